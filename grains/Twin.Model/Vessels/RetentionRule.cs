namespace Twin.Model.Vessels;

/// <summary>How much of old tracks is kept.</summary>
/// <param name="After">Of what was recorded longer ago than this …</param>
/// <param name="Every">… the first and last report of a vessel in each such span; <c>null</c> for nothing.</param>
public readonly record struct RetentionRule(TimeSpan After, TimeSpan? Every);
