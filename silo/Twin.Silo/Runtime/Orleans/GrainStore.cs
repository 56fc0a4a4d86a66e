using System.Data.Common;
using Npgsql;

namespace Twin.Silo.Runtime.Orleans;

/// <summary>The database where Orleans keeps what it must not forget.</summary>
/// <param name="Invariant">The name by which Orleans knows the kind of database.</param>
/// <param name="DataSource">Opens connections to it.</param>
/// <param name="Statements">All that Orleans asks of it.</param>
/// <param name="IsShared">Whether other silos use it too.</param>
internal sealed record GrainStore(
    string Invariant, DbDataSource DataSource, IReadOnlyList<GrainStatement> Statements, bool IsShared)
{
    private const string PostgresName = "twin-orleans";

    /// <summary>The one that the settings name.</summary>
    public static GrainStore Of(TwinOptions options) =>
        options.Postgres.Length > 0 ? Postgres(options.Postgres) : Sqlite(options.Data);

    /// <summary>A file of this silo's own in a folder, which is made when it is missing.</summary>
    public static GrainStore Sqlite(string folder) => new(
        "System.Data.SQLite",
        new SqliteDataSource(Path.Combine(Directory.CreateDirectory(folder).FullName, "grains.db")),
        [.. StateStatements.All, .. ReminderStatements.OfSqlite],
        IsShared: false);

    /// <summary>A database of PostgreSQL that a cluster shares.</summary>
    public static GrainStore Postgres(string connectionString) => new(
        "Npgsql",
        new NpgsqlDataSourceBuilder(connectionString) { ConnectionStringBuilder = { ApplicationName = PostgresName } }
            .Build(),
        [.. StateStatements.All, .. ReminderStatements.OfPostgres, .. MembershipStatements.All],
        IsShared: true);
}
