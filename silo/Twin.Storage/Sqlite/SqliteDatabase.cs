using Microsoft.Data.Sqlite;
using SQLitePCL;
using Twin.Model.Observations;

namespace Twin.Storage.Sqlite;

/// <summary>Opens connections to the log's file, each with the settings of its task.</summary>
internal static class SqliteDatabase
{
    /// <summary>The size of a page in bytes; a commit writes whole pages.</summary>
    public const int PageBytes = 4096;

    private const string WriterPragmas = """
        PRAGMA synchronous = FULL;
        PRAGMA cache_size = -32768;
        PRAGMA journal_size_limit = 67108864;
        """;

    // Answers with the mode that holds now; some network file systems cannot share memory and stay with another.
    private const string UseWal = "PRAGMA journal_mode = WAL";

    private const string ReaderPragmas = """
        PRAGMA query_only = ON;
        PRAGMA mmap_size = 268435456;
        """;

    public static SqliteConnection OpenWriter(SqliteObservationLogOptions options)
    {
        var connection = Open(options, SqliteOpenMode.ReadWriteCreate);
        try
        {
            SetPragma(connection, "page_size", PageBytes); // Holds for a new file only, and before anything else.
            Execute(connection, WriterPragmas);
            RequireWal(connection, options.Path);
            SetPragma(connection, "max_page_count", Math.Max(1, options.MaxFileBytes / PageBytes));
            SetPragma(connection, "wal_autocheckpoint", options.CheckpointPages);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static SqliteConnection OpenReader(SqliteObservationLogOptions options)
    {
        var connection = Open(options, SqliteOpenMode.ReadOnly);
        Execute(connection, ReaderPragmas);
        return connection;
    }

    /// <summary>Runs constant SQL.</summary>
    public static void Execute(SqliteConnection connection, string constantSql) =>
        SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(connection.Handle, constantSql), connection.Handle);

    private static SqliteConnection Open(SqliteObservationLogOptions options, SqliteOpenMode mode)
    {
        var connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = options.Path,
            Mode = mode,
            Pooling = false,
            DefaultTimeout = (int)Math.Ceiling(options.BusyTimeout.TotalSeconds),
        };
        var connection = new SqliteConnection(connectionString.ConnectionString);
        connection.Open();
        _ = raw.sqlite3_busy_timeout(connection.Handle, (int)options.BusyTimeout.TotalMilliseconds);
        return connection;
    }

    private static void RequireWal(SqliteConnection connection, string path)
    {
        using var statement = new SqliteStatement(connection, UseWal);
        if (!statement.Step() || !statement.Bytes(0).SequenceEqual("wal"u8))
        {
            throw new ObservationLogException(
                $"The file system of '{path}' does not support SQLite's write-ahead log. Choose a local disk.");
        }
    }

    // A pragma takes no parameter; both parts come from this file and a number.
    private static void SetPragma(SqliteConnection connection, string name, long value)
    {
        using var statement = new SqliteStatement(
            connection, FormattableString.Invariant($"PRAGMA {name} = {value}"));
        statement.Execute();
    }
}
