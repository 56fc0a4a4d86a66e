using Twin.Model.Observations;

namespace Twin.Storage.Sqlite;

/// <summary>
/// Keeps a second silo off the log. SQLite itself would let two processes take turns, each with its own idea of the
/// next sequence number; the lock is the operating system's, so it ends with the process however that ends.
/// </summary>
internal sealed class LogFileLock : IDisposable
{
    private readonly FileStream _stream;

    private LogFileLock(FileStream stream) => _stream = stream;

    /// <summary>Takes the lock beside the file, or throws <see cref="ObservationLogException"/>.</summary>
    public static LogFileLock Take(string path)
    {
        var lockPath = path + ".lock";
        try
        {
            return new LogFileLock(
                new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ObservationLogException(
                $"The observation log '{path}' is open in another process, or its lock file '{lockPath}' cannot be " +
                "written. One silo owns a log: stop the other one, or choose another data directory.",
                exception);
        }
    }

    /// <summary>Releases the lock. The file stays: deleting it could take it from under the next owner.</summary>
    public void Dispose() => _stream.Dispose();
}
