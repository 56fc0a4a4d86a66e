namespace Twin.Storage.Backup;

/// <summary>What a backup holds.</summary>
/// <param name="CreatedAt">When it was begun, UTC.</param>
/// <param name="Observations">How many observations.</param>
/// <param name="Rows">How many rows of all tables.</param>
public sealed record BackupSummary(DateTimeOffset CreatedAt, long Observations, long Rows);
