namespace Twin.Model.Duties;

/// <summary>What came of one report.</summary>
/// <param name="FirstAt">When it first came, UTC; <c>null</c> when nothing stands.</param>
/// <param name="CorrectedAt">When it was last changed, UTC; <c>null</c> when it never was.</param>
public readonly record struct DutyReceipt(DateTimeOffset? FirstAt, DateTimeOffset? CorrectedAt);
