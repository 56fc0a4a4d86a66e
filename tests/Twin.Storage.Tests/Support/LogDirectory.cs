using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Twin.Storage.Backup;
using Twin.TestKit;

namespace Twin.Storage.Tests.Support;

/// <summary>A directory of its own for one test, and the log in it.</summary>
internal sealed class LogDirectory : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("twin-log-");

    public ManualTimeProvider Clock { get; } = new();

    public SqliteObservationLogOptions Options => new() { Path = Path, BusyTimeout = TimeSpan.Zero };

    public string Path => System.IO.Path.Combine(_directory.FullName, "observations.db");

    public string JournalPath => System.IO.Path.Combine(_directory.FullName, "city.db");

    public SqliteArchive Archive => new(Options, JournalPath, Clock);

    public SqliteObservationLog Open() => Open(Options);

    public SqliteObservationLog Open(SqliteObservationLogOptions options) => OpenWith(options, Clock);

    public static SqliteObservationLog OpenWith(SqliteObservationLogOptions options, TimeProvider time) =>
        SqliteObservationLog.Open(options, time, NullLogger<SqliteObservationLog>.Instance);

    /// <summary>Locks the file as another program would, until it is disposed.</summary>
    public SqliteConnection Lock()
    {
        var connection = Connect();
        Execute(connection, "BEGIN IMMEDIATE");
        return connection;
    }

    /// <summary>Changes the closed file behind the log's back.</summary>
    public void Change(string sql)
    {
        using var connection = Connect();
        Execute(connection, sql);
    }

    /// <summary>The texts that a query of one column gives.</summary>
    public List<string> List(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var texts = new List<string>();
        while (reader.Read())
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    /// <summary>The files as they are now, in another directory: what a power cut would leave.</summary>
    public LogDirectory Copy()
    {
        var copy = new LogDirectory();
        foreach (var suffix in new[] { string.Empty, "-wal" })
        {
            File.Copy(Path + suffix, copy.Path + suffix);
        }

        return copy;
    }

    public void Dispose() => _directory.Delete(recursive: true);

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own constants.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ConnectionString);
        connection.Open();
        return connection;
    }
}
