using Microsoft.Data.Sqlite;
using Twin.Model.Observations;
using Twin.Model.Units;
using Twin.Storage.Encoding;
using Twin.Storage.Sqlite;

namespace Twin.Storage.Reading;

/// <summary>
/// One read connection and its statements. Checks each row's checksum and throws <see cref="ObservationLogException"/>
/// with the sequence number where something is damaged or missing. For one thread at a time.
/// </summary>
internal sealed class BatchReader : IDisposable
{
    private const string ReadAllSql = """
        SELECT first_sequence, last_sequence, recorded_at, checksum, unit, reporter, idempotency_key, observations
        FROM batch WHERE first_sequence > ?1 AND first_sequence <= ?2 ORDER BY first_sequence
        """;

    private const string ReadUnitSql = """
        SELECT first_sequence FROM batch_of_unit
        WHERE unit = ?1 AND first_sequence > ?2 AND first_sequence <= ?3 ORDER BY first_sequence
        """;

    private const string EndBeforeSql = """
        SELECT first_sequence, last_sequence FROM batch
        WHERE first_sequence <= ?1 ORDER BY first_sequence DESC LIMIT 1
        """;

    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _readAll;
    private readonly SqliteStatement _readUnit;
    private readonly SqliteStatement _endBefore;
    private readonly BatchRowDecoder _decoder;

    public BatchReader(SqliteObservationLogOptions options, IndicatorTable indicators)
    {
        _connection = SqliteDatabase.OpenReader(options);
        _readAll = new SqliteStatement(_connection, ReadAllSql);
        _readUnit = new SqliteStatement(_connection, ReadUnitSql);
        _endBefore = new SqliteStatement(_connection, EndBeforeSql);
        _decoder = new BatchRowDecoder(indicators);
    }

    /// <summary>
    /// Fills a chunk with the batches that start after a sequence number and not after the last; they must follow on
    /// each other without a gap. Says up to where it has read.
    /// </summary>
    public long ReadAll(ChunkBuilder chunk, long afterSequence, long lastSequence)
    {
        _readAll.Bind(1, afterSequence).Bind(2, lastSequence);
        try
        {
            while (!chunk.IsFull && afterSequence < lastSequence)
            {
                if (!_readAll.Step() || _readAll.Int64(0) != afterSequence + 1)
                {
                    throw BatchRowDecoder.Damaged(afterSequence + 1, "The batch is missing.");
                }

                var batch = Decode(_readAll);
                chunk.Add(batch);
                afterSequence = batch.LastSequence;
            }

            return afterSequence;
        }
        finally
        {
            _readAll.Reset();
        }
    }

    /// <summary>Fills a chunk with indexed batches of a unit; says up to where it has read.</summary>
    public long ReadUnit(ChunkBuilder chunk, AdministrativeUnitCode unit, long afterSequence, long lastSequence)
    {
        _readUnit.BindText(1, StrictUtf8.GetBytes(unit.Value)).Bind(2, afterSequence).Bind(3, lastSequence);
        try
        {
            while (!chunk.IsFull)
            {
                if (!_readUnit.Step())
                {
                    return lastSequence;
                }

                afterSequence = _readUnit.Int64(0);
                chunk.Add(ReadOne(unit, afterSequence));
            }

            return afterSequence;
        }
        finally
        {
            _readUnit.Reset();
        }
    }

    /// <summary>The unit's batch that starts at a sequence number.</summary>
    public LoggedBatch ReadOne(AdministrativeUnitCode unit, long firstSequence)
    {
        _readAll.Bind(1, firstSequence - 1).Bind(2, firstSequence);
        try
        {
            return _readAll.Step() && Decode(_readAll) is var batch && batch.Batch.Unit == unit
                ? batch
                : throw BatchRowDecoder.Damaged(firstSequence, $"The batch of unit '{unit}' is missing.");
        }
        finally
        {
            _readAll.Reset();
        }
    }

    /// <summary>The number itself or, when it lies inside a batch, the last one before that batch.</summary>
    public long EndBefore(long sequence)
    {
        _endBefore.Bind(1, sequence);
        try
        {
            return _endBefore.Step() && _endBefore.Int64(1) > sequence ? _endBefore.Int64(0) - 1 : sequence;
        }
        finally
        {
            _endBefore.Reset();
        }
    }

    public void Dispose()
    {
        _readAll.Dispose();
        _readUnit.Dispose();
        _endBefore.Dispose();
        _connection.Dispose();
    }

    private LoggedBatch Decode(SqliteStatement row) => _decoder.Decode(new BatchRow
    {
        FirstSequence = row.Int64(0),
        LastSequence = row.Int64(1),
        RecordedAtMilliseconds = row.Int64(2),
        Checksum = row.Int64(3),
        Unit = row.Bytes(4),
        Reporter = row.Bytes(5),
        HasKey = !row.IsNull(6),
        Key = row.Bytes(6),
        Blob = row.Bytes(7),
    });
}
