using System.Globalization;
using Microsoft.Data.Sqlite;
using Twin.Model.Observations;
using Twin.Storage.Positions;
using Twin.Storage.States;

namespace Twin.Storage.Sqlite;

/// <summary>The tables of the log, and the refusal of files that are no log or one of a later program.</summary>
internal static class LogSchema
{
    /// <summary>The version of the tables that this program writes.</summary>
    public const long Version = 1;

    // "Twin" in ASCII, in the header field that SQLite keeps for this; so `file` and we know the file as ours.
    private const long ApplicationId = 0x5477696E;

    private const string Create = """
        BEGIN IMMEDIATE;
        PRAGMA application_id = 1417111918;
        CREATE TABLE log_info(
            id INTEGER PRIMARY KEY CHECK (id = 1),
            schema_version INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            indexed_to INTEGER NOT NULL) STRICT;
        CREATE TABLE indicator(
            id INTEGER PRIMARY KEY,
            code TEXT NOT NULL UNIQUE,
            checksum INTEGER NOT NULL) STRICT;
        CREATE TABLE batch(
            first_sequence INTEGER PRIMARY KEY,
            last_sequence INTEGER NOT NULL,
            unit TEXT NOT NULL,
            recorded_at INTEGER NOT NULL,
            reporter TEXT NOT NULL,
            idempotency_key TEXT NULL,
            checksum INTEGER NOT NULL,
            observations BLOB NOT NULL) STRICT;
        -- Indexes of batch up to log_info.indexed_to, kept by the program because they are written in bulk.
        CREATE TABLE batch_of_unit(
            unit TEXT NOT NULL,
            first_sequence INTEGER NOT NULL,
            PRIMARY KEY (unit, first_sequence)) STRICT, WITHOUT ROWID;
        CREATE TABLE batch_of_key(
            idempotency_key TEXT NOT NULL,
            unit TEXT NOT NULL,
            first_sequence INTEGER NOT NULL,
            PRIMARY KEY (idempotency_key, unit)) STRICT, WITHOUT ROWID;
        CREATE TABLE request(
            idempotency_key TEXT PRIMARY KEY,
            body_hash BLOB NOT NULL,
            claimed_at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
        """;

    private const string CountTables = "SELECT count(*) FROM sqlite_schema";
    private const string ReadApplicationId = "PRAGMA application_id";
    private const string ReadVersion = "SELECT schema_version FROM log_info WHERE id = 1";
    private const string InsertInfo =
        "INSERT INTO log_info(id, schema_version, created_at, indexed_to) VALUES (1, ?1, ?2, 0)";

    /// <summary>
    /// Makes the tables in a new file; throws <see cref="ObservationLogException"/> for a file not ours.
    /// </summary>
    public static void Ensure(SqliteConnection writer, string path, long nowMilliseconds)
    {
        if (Scalar(writer, CountTables) == 0)
        {
            SqliteDatabase.Execute(writer, Create);
            SqliteDatabase.Execute(writer, StateTable.CreateSql);
            SqliteDatabase.Execute(writer, PositionTable.CreateSql);
            using var insert = new SqliteStatement(writer, InsertInfo);
            insert.Bind(1, Version).Bind(2, nowMilliseconds).Execute();
            SqliteDatabase.Execute(writer, "COMMIT");
            return;
        }

        Check(writer, path);

        // Files of before the states or the positions have no such table. It needs no version of its own: who does not
        // know it leaves it alone.
        SqliteDatabase.Execute(writer, StateTable.CreateSql);
        SqliteDatabase.Execute(writer, PositionTable.CreateSql);
    }

    /// <summary>Throws <see cref="ObservationLogException"/> for a file not ours, or of a later program.</summary>
    public static void Check(SqliteConnection connection, string path)
    {
        if (Scalar(connection, ReadApplicationId) != ApplicationId)
        {
            throw new ObservationLogException(
                $"The file '{path}' is an SQLite database but not an observation log. Choose another path.");
        }

        var version = Scalar(connection, ReadVersion);
        if (version != Version)
        {
            throw new ObservationLogException(string.Create(
                CultureInfo.InvariantCulture,
                $"The observation log '{path}' has schema version {version}; this program knows version {Version}. " +
                $"Use the program version that wrote it, or a newer one."));
        }
    }

    private static long Scalar(SqliteConnection connection, string constantSql)
    {
        using var statement = new SqliteStatement(connection, constantSql);
        return statement.Step() ? statement.Int64(0) : 0;
    }
}
