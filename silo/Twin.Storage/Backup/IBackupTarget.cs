namespace Twin.Storage.Backup;

/// <summary>
/// An empty store that a backup is written into. Nothing of it counts before <see cref="Commit"/>; without that,
/// disposing leaves the store as it was. For one thread.
/// </summary>
internal interface IBackupTarget : IDisposable
{
    /// <summary>What follows are rows of this table.</summary>
    void BeginTable(BackupTable table);

    void WriteRow(ReadOnlySpan<BackupValue> row);

    /// <summary>Makes all of it the content of the store, durably.</summary>
    void Commit();
}
