using Microsoft.Data.Sqlite;
using Twin.Model.States;
using Twin.Storage.Encoding;
using Twin.Storage.Sqlite;

namespace Twin.Storage.States;

/// <summary>One read connection and its statements on states. For one thread at a time.</summary>
internal sealed class StateReader : IDisposable
{
    private const string ReadSql =
        "SELECT version, value FROM state WHERE grain_type = ?1 AND state_name = ?2 AND key = ?3";

    private const string ReadNextSql = """
        SELECT version, value, key FROM state
        WHERE grain_type = ?1 AND state_name = ?2 AND key > ?3 ORDER BY key LIMIT 1
        """;

    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _read;
    private readonly SqliteStatement _readNext;

    public StateReader(SqliteObservationLogOptions options)
    {
        _connection = SqliteDatabase.OpenReader(options);
        _read = new SqliteStatement(_connection, ReadSql);
        _readNext = new SqliteStatement(_connection, ReadNextSql);
    }

    /// <summary>Binds the parts of a key to the first three parameters.</summary>
    public static void Bind(SqliteStatement statement, StateKey key) =>
        Bind(statement, key.GrainType, key.StateName, key.Key);

    public StoredState? Read(StateKey key)
    {
        Bind(_read, key);
        try
        {
            return _read.Step() ? State(_read) : null;
        }
        finally
        {
            _read.Reset();
        }
    }

    /// <summary>The states behind a key, up to a number of bytes and always one; none at the end.</summary>
    public List<KeyedState> ReadBehind(string grainType, string stateName, string key, long mostBytes)
    {
        var found = new List<KeyedState>();
        for (long bytes = 0; bytes < mostBytes && ReadNext(grainType, stateName, key) is { } next;)
        {
            found.Add(next);
            key = next.Key.Key;
            bytes += next.State.Value.Length + key.Length;
        }

        return found;
    }

    public void Dispose()
    {
        _read.Dispose();
        _readNext.Dispose();
        _connection.Dispose();
    }

    private static void Bind(SqliteStatement statement, string grainType, string stateName, string key) =>
        statement
            .BindText(1, StrictUtf8.GetBytes(grainType))
            .BindText(2, StrictUtf8.GetBytes(stateName))
            .BindText(3, StrictUtf8.GetBytes(key));

    private static StoredState State(SqliteStatement statement) =>
        new(statement.Bytes(1).ToArray(), StateRequest.ETag(statement.Int64(0)));

    private KeyedState? ReadNext(string grainType, string stateName, string key)
    {
        Bind(_readNext, grainType, stateName, key);
        try
        {
            return _readNext.Step()
                ? new KeyedState(
                    new StateKey(grainType, stateName, System.Text.Encoding.UTF8.GetString(_readNext.Bytes(2))),
                    State(_readNext))
                : null;
        }
        finally
        {
            _readNext.Reset();
        }
    }
}
