using Twin.Api.Catalogues;
using Twin.Model.Plans;

namespace Twin.Api.Statistics;

/// <summary>Something to be done by a day, and whether it is.</summary>
/// <param name="Target">The row of the plan, with owner and due date.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DoneIn">The first period for which it was reported done; null while it is not.</param>
/// <param name="DaysLeft">Days to the due date, negative after it; null without one or when it is done.</param>
internal sealed record MilestoneAnswer(TargetAnswer Target, MilestoneState State, string? DoneIn, int? DaysLeft)
{
    /// <summary>Makes the answer of a standing.</summary>
    public static MilestoneAnswer Of(MilestoneStanding standing) => new(
        TargetAnswer.Of(standing.Target), standing.State, standing.DoneIn?.ToString(), standing.DaysLeft);
}
