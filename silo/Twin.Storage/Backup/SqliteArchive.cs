using Microsoft.Data.Sqlite;
using Twin.Model.Observations;

namespace Twin.Storage.Backup;

/// <summary>A city in the files of a folder.</summary>
public sealed class SqliteArchive(SqliteObservationLogOptions options, TimeProvider time) : CityArchive
{
    private protected override string StoreName => "sqlite";

    private protected override IBackupSource OpenSource()
    {
        if (!File.Exists(options.Path))
        {
            throw new BackupException($"There is no observation log '{options.Path}'.");
        }

        return Guard(() => new SqliteBackupSource(options));
    }

    private protected override IBackupTarget OpenTarget(bool replace) =>
        Guard(() => new SqliteBackupTarget(options, replace, time));

    private T Guard<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception exception) when (
            exception is SqliteException or IOException or UnauthorizedAccessException or ObservationLogException)
        {
            throw new BackupException(
                $"The observation log '{options.Path}' cannot be used: {exception.Message}", exception);
        }
    }
}
