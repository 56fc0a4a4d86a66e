namespace Twin.Storage.Backup;

/// <summary>A backup could not be made or restored; the message says why in a sentence.</summary>
public sealed class BackupException : Exception
{
    /// <summary>Makes one with a message.</summary>
    public BackupException(string message)
        : base(message)
    {
    }

    /// <summary>Makes one with a message and what caused it.</summary>
    public BackupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes one without a message.</summary>
    public BackupException()
    {
    }
}
