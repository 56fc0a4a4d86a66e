using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using Twin.Model.Cities;
using Twin.Storage.Sqlite;

namespace Twin.Storage;

/// <summary>
/// The city's journal in one SQLite file beside the observation log. Entries are few, so each call opens the file,
/// works in one transaction and closes it. Safe for any number of threads and processes.
/// </summary>
public sealed class SqliteCityJournal : ICityJournal
{
    private const long Version = 1;
    private const int BusyMilliseconds = 5_000;

    // "TwCJ" in ASCII, in the header field that SQLite keeps for this.
    private const long ApplicationId = 0x5477434A;

    private const string Create = """
        CREATE TABLE IF NOT EXISTS city_change(
            sequence INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            made_by TEXT NOT NULL,
            made_at INTEGER NOT NULL,
            reason TEXT NOT NULL,
            payload TEXT NOT NULL,
            undoes INTEGER NULL) STRICT;
        PRAGMA application_id = 1417102154;
        PRAGMA user_version = 1;
        """;

    private const string Insert = """
        INSERT INTO city_change(sequence, kind, made_by, made_at, reason, payload, undoes)
        SELECT $sequence, $kind, $by, $at, $reason, $payload, $undoes
        WHERE $sequence = (SELECT coalesce(max(sequence), 0) + 1 FROM city_change)
        """;

    private const string Select = """
        SELECT sequence, kind, made_by, made_at, reason, payload, undoes
        FROM city_change WHERE sequence > $after ORDER BY sequence
        """;

    private readonly string _connectionString;
    private readonly string _path;

    private SqliteCityJournal(string path)
    {
        _path = path;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
        }.ConnectionString;
    }

    /// <summary>
    /// Opens the journal, making directory and file where they are missing. Throws <see cref="CityJournalException"/>
    /// when the file is something else, or when a later program wrote it.
    /// </summary>
    public static SqliteCityJournal Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var journal = new SqliteCityJournal(path);
        journal.Guard("opened", () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!); // A full path has one.
            using var connection = journal.Connect();
            journal.Ensure(connection);
        });
        return journal;
    }

    /// <summary>Never: its file belongs to one process.</summary>
    public bool IsShared => false;

    /// <inheritdoc/>
    public ValueTask<bool> AppendAsync(CityChange change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var isFirst = false;
        Guard("written", () =>
        {
            using var connection = Connect();
            using var command = connection.CreateCommand();
            command.CommandText = Insert;
            command.Parameters.AddWithValue("$sequence", change.Sequence);
            command.Parameters.AddWithValue("$kind", change.Kind);
            command.Parameters.AddWithValue("$by", change.By);
            command.Parameters.AddWithValue("$at", change.At.ToUnixTimeMilliseconds());
            command.Parameters.AddWithValue("$reason", change.Reason);
            command.Parameters.AddWithValue("$payload", change.Payload);
            command.Parameters.AddWithValue("$undoes", change.Undoes is { } undoes ? undoes : DBNull.Value);
            isFirst = command.ExecuteNonQuery() == 1;
        });
        return ValueTask.FromResult(isFirst);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CityChange>> ReadAsync(long afterSequence, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var changes = new List<CityChange>();
        Guard("read", () =>
        {
            using var connection = Connect();
            using var command = connection.CreateCommand();
            command.CommandText = Select;
            command.Parameters.AddWithValue("$after", afterSequence);
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                changes.Add(new CityChange(
                    rows.GetInt64(0),
                    rows.GetString(1),
                    rows.GetString(2),
                    DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(3)),
                    rows.GetString(4),
                    rows.GetString(5),
                    rows.IsDBNull(6) ? null : rows.GetInt64(6)));
            }
        });
        return ValueTask.FromResult<IReadOnlyList<CityChange>>(changes);
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection(_connectionString);
        connection.Open();
        // The statement below goes past the ADO layer, which else would wait for whoever has the file locked.
        _ = raw.sqlite3_busy_timeout(connection.Handle, BusyMilliseconds);
        SqliteDatabase.Execute(connection, "PRAGMA synchronous = FULL");
        return connection;
    }

    private void Ensure(SqliteConnection connection)
    {
        if (Scalar(connection, "SELECT count(*) FROM sqlite_schema") == 0)
        {
            SqliteDatabase.Execute(connection, Create);
            return;
        }

        if (Scalar(connection, "PRAGMA application_id") != ApplicationId)
        {
            throw new CityJournalException(
                $"The file '{_path}' is an SQLite database but not a city's journal. Choose another path.");
        }

        if (Scalar(connection, "PRAGMA user_version") is var version && version != Version)
        {
            throw new CityJournalException(string.Create(
                CultureInfo.InvariantCulture,
                $"The journal '{_path}' has version {version}; this program reads version {Version}."));
        }
    }

    private static long Scalar(SqliteConnection connection, string constantSql)
    {
        using var statement = new SqliteStatement(connection, constantSql);
        return statement.Step() ? statement.Int64(0) : 0;
    }

    private void Guard(string verb, Action work)
    {
        try
        {
            work();
        }
        catch (Exception exception) when (exception is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new CityJournalException(
                $"The city's journal '{_path}' could not be {verb}: {exception.Message}", exception);
        }
    }
}
