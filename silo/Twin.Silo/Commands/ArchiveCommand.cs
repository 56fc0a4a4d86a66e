using Twin.Model.Observations;
using Twin.Storage;
using Twin.Storage.Backup;
using Twin.Storage.Postgres;

namespace Twin.Silo.Commands;

/// <summary>What the commands that save and restore a city have in common.</summary>
internal static class ArchiveCommand
{
    /// <summary>Reads the settings, opens the store they name, and runs the work on it.</summary>
    public static async Task<int> RunAsync(string? data, Func<CityArchive, Task> work)
    {
        if (Settings.Read(read => read.Data = data ?? read.Data, out var options) is { } refusal)
        {
            return Problems.Write(refusal);
        }

        try
        {
            await UseAsync(options, work);
            return ExitCode.Success;
        }
        catch (Exception exception) when (
            exception is BackupException or ObservationLogException or IOException or UnauthorizedAccessException)
        {
            return Problems.Write(new Model.Refusal(
                "unavailable", exception.Message, "Nothing was changed. See docs/guides/backup.md."));
        }
    }

    private static async Task UseAsync(TwinOptions options, Func<CityArchive, Task> work)
    {
        if (options.Postgres.Length == 0)
        {
            var sqlite = new SqliteObservationLogOptions { Path = Path.Combine(options.Data, TwinOptions.LogFile) };
            var journal = Path.Combine(options.Data, TwinOptions.JournalFile);
            await work(new SqliteArchive(
                sqlite, journal, TimeProvider.System, GrainRuntime.StatesOf(options)));
            return;
        }

        await using var database = PostgresDatabase.Open(
            new PostgresOptions { ConnectionString = options.Postgres });
        await work(new PostgresArchive(database, GrainRuntime.StatesOf(options)));
    }
}
