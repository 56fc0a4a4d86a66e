namespace Twin.Model.Places;

/// <summary>An entry of a place's trail: who did what, when and why.</summary>
/// <param name="Revision">The revision that it made.</param>
/// <param name="Action">What was done.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Reason">Why; empty where nobody said.</param>
/// <param name="Day">The first day that it concerns.</param>
/// <param name="Before">What was replaced or cut short; <c>null</c> where nothing was.</param>
public sealed record PlaceChange(
    long Revision, PlaceAction Action, string By, DateTimeOffset At, string Reason, DateOnly Day, Place? Before);
