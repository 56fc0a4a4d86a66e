using Microsoft.Data.Sqlite;
using Twin.Model.Vessels;
using Twin.Storage.Sqlite;

namespace Twin.Storage.Positions;

/// <summary>One read connection and its statement on positions. For one thread at a time.</summary>
internal sealed class PositionReader : IDisposable
{
    private const string ReadSql = """
        SELECT sequence, recorded_at, checksum, reports FROM position_batch
        WHERE shard = ?1 AND sequence > ?2 ORDER BY sequence
        """;

    private const string LastSql = "SELECT coalesce(max(sequence), 0) FROM position_batch";
    private const string LookSql =
        "SELECT sequence, recorded_at FROM position_batch WHERE sequence >= ?1 ORDER BY sequence LIMIT 1";

    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _read;
    private readonly SqliteStatement _last;
    private readonly SqliteStatement _look;

    public PositionReader(SqliteObservationLogOptions options)
    {
        _connection = SqliteDatabase.OpenReader(options);
        _read = new SqliteStatement(_connection, ReadSql);
        _last = new SqliteStatement(_connection, LastSql);
        _look = new SqliteStatement(_connection, LookSql);
    }

    /// <summary>A number up to which everything was recorded before an instant.</summary>
    public long FindEndBefore(long atMilliseconds)
    {
        _last.Step();
        var search = new EndSearch(_last.Int64(0), atMilliseconds);
        _last.Reset();
        while (!search.IsDone)
        {
            _look.Bind(1, search.Next);
            try
            {
                _look.Step(); // There is one: the last, if no other.
                search.Take(_look.Int64(0), _look.Int64(1));
            }
            finally
            {
                _look.Reset();
            }
        }

        return search.End;
    }

    /// <summary>The batches behind a number, up to a number of bytes and always one; none at the end.</summary>
    public List<LoggedPositions> ReadBehind(int shard, long after, int mostBytes)
    {
        var found = new List<LoggedPositions>();
        _read.Bind(1, shard).Bind(2, after);
        try
        {
            for (var bytes = 0; bytes < mostBytes && _read.Step();)
            {
                var blob = _read.Bytes(3);
                found.Add(PositionRow.Read(_read.Int64(0), shard, _read.Int64(1), _read.Int64(2), blob));
                bytes += blob.Length;
            }
        }
        finally
        {
            _read.Reset();
        }

        return found;
    }

    public void Dispose()
    {
        _read.Dispose();
        _last.Dispose();
        _look.Dispose();
        _connection.Dispose();
    }
}
