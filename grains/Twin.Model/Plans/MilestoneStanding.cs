using Twin.Model.Time;

namespace Twin.Model.Plans;

/// <summary>A milestone and where it stands.</summary>
/// <param name="Target">The milestone.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DoneIn">The first period for which it was reported done; <c>null</c> while it is not.</param>
/// <param name="DaysLeft">Days to the due date, negative after it; <c>null</c> without one, or when it is done.</param>
public sealed record MilestoneStanding(Target Target, MilestoneState State, TimePeriod? DoneIn, int? DaysLeft);
