using Microsoft.Data.Sqlite;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Storage.Encoding;
using Twin.Storage.Indexing;
using Twin.Storage.Positions;
using Twin.Storage.States;

namespace Twin.Storage.Sqlite;

/// <summary>The writer's connection and its prepared statements. For the writer's thread.</summary>
internal sealed class LogSession : IDisposable
{
    private const string InsertBatchSql = """
        INSERT INTO batch(
            first_sequence, last_sequence, unit, recorded_at, reporter, idempotency_key, checksum, observations)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
        """;

    private const string InsertRequestSql = """
        INSERT INTO request(idempotency_key, body_hash, claimed_at) VALUES (?1, ?2, ?3)
        ON CONFLICT(idempotency_key) DO NOTHING
        """;

    private const string FindRequestSql = "SELECT body_hash FROM request WHERE idempotency_key = ?1";
    private const string InsertIndicatorSql = "INSERT INTO indicator(id, code, checksum) VALUES (?1, ?2, ?3)";
    private const string ReadIndicatorsSql = "SELECT id, code, checksum FROM indicator ORDER BY id";

    private const string ReadEndSql =
        "SELECT last_sequence, recorded_at FROM batch ORDER BY first_sequence DESC LIMIT 1";

    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _rollback;
    private readonly SqliteStatement _insertBatch;
    private readonly SqliteStatement _insertRequest;
    private readonly SqliteStatement _findRequest;
    private readonly SqliteStatement _insertIndicator;

    /// <summary>Takes over the connection and closes it in the end.</summary>
    public LogSession(SqliteConnection connection, IndexTail tail)
    {
        _connection = connection;
        Index = new BatchIndex(connection, tail);
        States = new StateTable(connection);
        Positions = new PositionTable(connection);
        _begin = new SqliteStatement(connection, "BEGIN IMMEDIATE");
        _commit = new SqliteStatement(connection, "COMMIT");
        _rollback = new SqliteStatement(connection, "ROLLBACK");
        _insertBatch = new SqliteStatement(connection, InsertBatchSql);
        _insertRequest = new SqliteStatement(connection, InsertRequestSql);
        _findRequest = new SqliteStatement(connection, FindRequestSql);
        _insertIndicator = new SqliteStatement(connection, InsertIndicatorSql);
    }

    /// <summary>Finds batches by key and keeps the index tables.</summary>
    public BatchIndex Index { get; }

    /// <summary>Finds and replaces states.</summary>
    public StateTable States { get; }

    /// <summary>Writes positions.</summary>
    public PositionTable Positions { get; }

    public void Begin() => _begin.Execute();

    public void Commit() => _commit.Execute();

    /// <summary>Undoes the open transaction; SQLite may have done so itself after a failure.</summary>
    public void Rollback()
    {
        if (SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0)
        {
            _rollback.Execute();
        }
    }

    /// <summary>Moves the write-ahead log into the database file and empties it, as far as readers allow.</summary>
    public void Checkpoint() => SqliteDatabase.Execute(_connection, "PRAGMA wal_checkpoint(TRUNCATE)");

    /// <summary>The last sequence number and its time in Unix milliseconds; zeros in an empty log.</summary>
    public (long Head, long RecordedAtMilliseconds) ReadEnd()
    {
        using var statement = new SqliteStatement(_connection, ReadEndSql);
        return statement.Step() ? (statement.Int64(0), statement.Int64(1)) : (0, 0);
    }

    /// <summary>Loads the stored indicator codes.</summary>
    public void ReadIndicators(IndicatorTable indicators)
    {
        using var statement = new SqliteStatement(_connection, ReadIndicatorsSql);
        while (statement.Step())
        {
            var id = statement.Int64(0);
            var code = statement.Bytes(1);
            if (statement.Int64(2) != BatchChecksum.OfIndicator(id, code) ||
                !IndicatorCode.TryParse(System.Text.Encoding.ASCII.GetString(code), out var indicator))
            {
                throw new ObservationLogException(
                    FormattableString.Invariant($"The log's indicator table is damaged at number {id}."));
            }

            indicators.Load(id, indicator);
        }
    }

    public void InsertIndicator(long id, IndicatorCode code)
    {
        var bytes = System.Text.Encoding.ASCII.GetBytes(code.Value);
        _insertIndicator.Bind(1, id).BindText(2, bytes).Bind(3, BatchChecksum.OfIndicator(id, bytes)).Execute();
    }

    /// <summary>Writes a batch's row.</summary>
    public void InsertBatch(EncodedBatch batch, long firstSequence, long recordedAtMilliseconds)
    {
        _insertBatch
            .Bind(1, firstSequence)
            .Bind(2, firstSequence + batch.Count - 1)
            .BindText(3, batch.Unit)
            .Bind(4, recordedAtMilliseconds)
            .BindText(5, batch.Reporter)
            .Bind(7, batch.Checksum(firstSequence, recordedAtMilliseconds))
            .BindBlob(8, batch.Blob);
        if (batch.HasKey)
        {
            _insertBatch.BindText(6, batch.Key);
        }
        else
        {
            _insertBatch.BindNull(6);
        }

        _insertBatch.Execute();
    }

    /// <summary>Keeps a request's key and hash; <c>false</c> when the key is there already.</summary>
    public bool InsertRequest(ReadOnlySpan<byte> key, ReadOnlySpan<byte> bodyHash, long nowMilliseconds) =>
        _insertRequest.BindText(1, key).BindBlob(2, bodyHash).Bind(3, nowMilliseconds).Execute() == 1;

    /// <summary>Whether the key was kept with this very hash.</summary>
    public bool IsKnownBody(ReadOnlySpan<byte> key, ReadOnlySpan<byte> bodyHash)
    {
        _findRequest.BindText(1, key);
        try
        {
            return _findRequest.Step() && _findRequest.Bytes(0).SequenceEqual(bodyHash);
        }
        finally
        {
            _findRequest.Reset();
        }
    }

    public void Dispose()
    {
        SqliteStatement[] statements =
            [_begin, _commit, _rollback, _insertBatch, _insertRequest, _findRequest, _insertIndicator];
        foreach (var statement in statements)
        {
            statement.Dispose();
        }

        Index.Dispose();
        States.Dispose();
        Positions.Dispose();
        _connection.Dispose();
    }
}
