namespace Twin.Storage.Backup;

/// <summary>What a column holds; any may be null.</summary>
internal enum BackupColumnKind
{
    /// <summary>A whole number of 64 bits.</summary>
    Number = 1,

    /// <summary>Text, as UTF-8.</summary>
    Text = 2,

    /// <summary>Bytes.</summary>
    Bytes = 3,
}
