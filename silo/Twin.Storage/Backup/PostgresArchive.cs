using Npgsql;
using Twin.Model.Observations;
using Twin.Storage.Postgres;

namespace Twin.Storage.Backup;

/// <summary>A city in a PostgreSQL database.</summary>
/// <param name="database">The database.</param>
/// <param name="grains">What the host of the grains keeps by itself, where it does.</param>
public sealed class PostgresArchive(PostgresDatabase database, IGrainStates? grains = null) : CityArchive(grains)
{
    private protected override string StoreName => "postgresql";

    private protected override IBackupSource OpenSource() =>
        Guard(() => new PostgresBackupSource(database.OpenOwn()));

    private protected override IBackupTarget OpenTarget(bool replace) =>
        Guard(() => new PostgresBackupTarget(database.OpenOwn(), replace));

    private static T Guard<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception exception) when (exception is NpgsqlException or ObservationLogException)
        {
            throw new BackupException(
                $"The database cannot be used: {PostgresDatabase.Reason(exception)}", exception);
        }
    }
}
