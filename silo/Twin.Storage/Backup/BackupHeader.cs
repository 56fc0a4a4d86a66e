namespace Twin.Storage.Backup;

/// <summary>What stands first in a backup.</summary>
/// <param name="CreatedAt">When it was begun, UTC.</param>
/// <param name="Store">What it was made from: <c>sqlite</c> or <c>postgresql</c>. For people.</param>
internal sealed record BackupHeader(DateTimeOffset CreatedAt, string Store);
