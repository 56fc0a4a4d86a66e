namespace Twin.Storage.Backup;

/// <summary>A column of a table in a backup, by the name that it has in every store.</summary>
internal sealed record BackupColumn(string Name, BackupColumnKind Kind);
