namespace Twin.Storage.Backup;

/// <summary>One value of a row: a number, bytes (a text's are its UTF-8), or null.</summary>
internal readonly record struct BackupValue(long? Number, ReadOnlyMemory<byte>? Bytes)
{
    public static BackupValue Of(long number) => new(number, null);

    public static BackupValue Of(ReadOnlyMemory<byte> bytes) => new(null, bytes);
}
