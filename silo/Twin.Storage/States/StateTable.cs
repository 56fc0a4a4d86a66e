using Microsoft.Data.Sqlite;
using SQLitePCL;
using Twin.Model.States;
using Twin.Storage.Sqlite;

namespace Twin.Storage.States;

/// <summary>The writer's statements on the table of states. For the writer's thread.</summary>
internal sealed class StateTable : IDisposable
{
    /// <summary>
    /// A row's number is the tag of its write; AUTOINCREMENT never gives a number again, not even after a removal.
    /// </summary>
    public const string CreateSql = """
        CREATE TABLE IF NOT EXISTS state(
            version INTEGER PRIMARY KEY AUTOINCREMENT,
            grain_type TEXT NOT NULL,
            state_name TEXT NOT NULL,
            key TEXT NOT NULL,
            value BLOB NOT NULL,
            UNIQUE (grain_type, state_name, key)) STRICT;
        """;

    private const string FindSql = "SELECT version FROM state WHERE grain_type = ?1 AND state_name = ?2 AND key = ?3";
    private const string DeleteSql = "DELETE FROM state WHERE version = ?1";
    private const string PutSql =
        "INSERT OR REPLACE INTO state(grain_type, state_name, key, value) VALUES (?1, ?2, ?3, ?4)";

    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _find;
    private readonly SqliteStatement _put;
    private readonly SqliteStatement _delete;

    public StateTable(SqliteConnection connection)
    {
        _connection = connection;
        _find = new SqliteStatement(connection, FindSql);
        _put = new SqliteStatement(connection, PutSql);
        _delete = new SqliteStatement(connection, DeleteSql);
    }

    /// <summary>The version that is stored, or <c>null</c>.</summary>
    public long? Find(StateKey key)
    {
        StateReader.Bind(_find, key);
        try
        {
            return _find.Step() ? _find.Int64(0) : null;
        }
        finally
        {
            _find.Reset();
        }
    }

    /// <summary>Replaces the state and gives its new version.</summary>
    public long Put(StateKey key, ReadOnlySpan<byte> value)
    {
        StateReader.Bind(_put, key);
        _put.BindBlob(4, value).Execute();
        return raw.sqlite3_last_insert_rowid(_connection.Handle);
    }

    public void Delete(long version) => _delete.Bind(1, version).Execute();

    public void Dispose()
    {
        _find.Dispose();
        _put.Dispose();
        _delete.Dispose();
    }
}
