namespace Twin.Model.Places;

/// <summary>Who changes places, and what the change is numbered.</summary>
/// <param name="Revision">The revision that the change makes.</param>
/// <param name="By">Who makes it.</param>
/// <param name="At">When it is recorded.</param>
/// <param name="Reason">Why.</param>
public sealed record PlaceStamp(long Revision, string By, DateTimeOffset At, string Reason);
