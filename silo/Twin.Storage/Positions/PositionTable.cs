using Microsoft.Data.Sqlite;
using Twin.Model.Vessels;
using Twin.Storage.Sqlite;

namespace Twin.Storage.Positions;

/// <summary>The writer's statements on the table of positions. For the writer's thread.</summary>
internal sealed class PositionTable : IDisposable
{
    /// <summary>A batch of a shard is a row; its number is the order of commits.</summary>
    public const string CreateSql = """
        CREATE TABLE IF NOT EXISTS position_batch(
            sequence INTEGER PRIMARY KEY,
            shard INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL,
            checksum INTEGER NOT NULL,
            reports BLOB NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS position_batch_of_shard ON position_batch(shard, sequence);
        """;

    private const string EndSql = "SELECT coalesce(max(sequence), 0) FROM position_batch";
    private const string InsertSql = """
        INSERT INTO position_batch(sequence, shard, recorded_at, checksum, reports) VALUES (?1, ?2, ?3, ?4, ?5)
        """;

    private const string ReplaceSql = """
        UPDATE position_batch SET checksum = ?3, reports = ?4 WHERE sequence = ?1 AND shard = ?2
        """;

    private const string RemoveSql = """
        DELETE FROM position_batch WHERE sequence = ?1 AND shard = ?2
            AND sequence < (SELECT max(sequence) FROM position_batch)
        """;

    private readonly SqliteStatement _end;
    private readonly SqliteStatement _insert;
    private readonly SqliteStatement _replace;
    private readonly SqliteStatement _remove;

    public PositionTable(SqliteConnection connection)
    {
        _end = new SqliteStatement(connection, EndSql);
        _insert = new SqliteStatement(connection, InsertSql);
        _replace = new SqliteStatement(connection, ReplaceSql);
        _remove = new SqliteStatement(connection, RemoveSql);
    }

    /// <summary>Writes a row behind the last one.</summary>
    public PositionReceipt Append(PositionRequest request, long recordedAtMilliseconds)
    {
        var sequence = (_end.Step() ? _end.Int64(0) : 0) + 1;
        _end.Reset();
        _insert
            .Bind(1, sequence)
            .Bind(2, request.Shard)
            .Bind(3, recordedAtMilliseconds)
            .Bind(4, PositionRow.Checksum(sequence, request.Shard, recordedAtMilliseconds, request.Blob))
            .BindBlob(5, request.Blob)
            .Execute();
        return new PositionReceipt(sequence, DateTimeOffset.FromUnixTimeMilliseconds(recordedAtMilliseconds));
    }

    /// <summary>Replaces rows, or removes them; gives how many there were.</summary>
    public int Replace(PositionReplaceRequest request)
    {
        var count = 0;
        foreach (var row in request.Rows)
        {
            count += row.Blob is { } blob
                ? Of(_replace, row).Bind(3, row.Checksum).BindBlob(4, blob).Execute()
                : Of(_remove, row).Execute();
        }

        return count;

        SqliteStatement Of(SqliteStatement statement, PositionReplacement row) =>
            statement.Bind(1, row.Sequence).Bind(2, request.Shard);
    }

    public void Dispose()
    {
        _replace.Dispose();
        _remove.Dispose();
        _end.Dispose();
        _insert.Dispose();
    }
}
