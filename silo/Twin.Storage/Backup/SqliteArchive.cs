using Microsoft.Data.Sqlite;
using Twin.Model.Cities;
using Twin.Model.Observations;

namespace Twin.Storage.Backup;

/// <summary>A city in the files of a folder.</summary>
/// <param name="options">Where the observation log is.</param>
/// <param name="journalPath">Where the city's journal is, if it has one.</param>
/// <param name="time">The clock.</param>
/// <param name="grains">What the host of the grains keeps by itself, where it does.</param>
public sealed class SqliteArchive(
    SqliteObservationLogOptions options, string journalPath, TimeProvider time, IGrainStates? grains = null)
    : CityArchive(grains)
{
    private protected override string StoreName => "sqlite";

    private protected override IBackupSource OpenSource()
    {
        if (!File.Exists(options.Path))
        {
            throw new BackupException($"There is no observation log '{options.Path}'.");
        }

        return Guard(() => new SqliteBackupSource(options, journalPath));
    }

    private protected override IBackupTarget OpenTarget(bool replace) =>
        Guard(() => new SqliteBackupTarget(options, journalPath, replace, time));

    private T Guard<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception exception) when (
            exception is SqliteException or IOException or UnauthorizedAccessException or ObservationLogException
                or CityJournalException)
        {
            throw new BackupException(
                $"The observation log '{options.Path}' cannot be used: {exception.Message}", exception);
        }
    }
}
