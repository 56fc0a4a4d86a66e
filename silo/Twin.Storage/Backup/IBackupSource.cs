namespace Twin.Storage.Backup;

/// <summary>A store as it was at one moment. For one thread.</summary>
internal interface IBackupSource : IDisposable
{
    /// <summary>How many rows a table has; 0 for one that is not there.</summary>
    long CountRows(BackupTable table);

    /// <summary>Gives a table's rows one after the other, each in the same array.</summary>
    IEnumerable<BackupValue[]> ReadRows(BackupTable table);
}
