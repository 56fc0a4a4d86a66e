using System.Globalization;
using Microsoft.Data.Sqlite;
using Twin.Model.Observations;
using Twin.Model.Units;
using Twin.Storage.Encoding;
using Twin.Storage.Sqlite;

namespace Twin.Storage.Reading;

/// <summary>
/// One read connection. Reads in chunks, each its own short statement: the log only grows, so chunks need no common
/// snapshot, and a slow reader never keeps the write-ahead log from being reused. For one thread at a time.
/// </summary>
internal sealed class BatchReader : IDisposable
{
    /// <summary>The most batches in a chunk.</summary>
    public const int MaxChunkBatches = 256;

    /// <summary>The number of observations after which a chunk takes no further batch.</summary>
    public const int MaxChunkObservations = 32_768;

    private const string ReadAllSql = """
        SELECT first_sequence, last_sequence, recorded_at, checksum, unit, reporter, idempotency_key, observations
        FROM batch WHERE first_sequence > ?1 AND first_sequence <= ?2 ORDER BY first_sequence
        """;

    private const string ReadUnitSql = """
        SELECT first_sequence, last_sequence, recorded_at, checksum, unit, reporter, idempotency_key, observations
        FROM batch WHERE first_sequence > ?1 AND first_sequence <= ?2 AND unit = ?3 ORDER BY first_sequence
        """;

    private const string FindBatchSql =
        "SELECT first_sequence, last_sequence FROM batch WHERE first_sequence <= ?1 ORDER BY first_sequence DESC LIMIT 1";

    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _readAll;
    private readonly SqliteStatement _readUnit;
    private readonly SqliteStatement _findBatch;
    private readonly StringPool _strings = new();
    private readonly BatchDecoder _decoder;

    public BatchReader(SqliteObservationLogOptions options, IndicatorTable indicators)
    {
        _connection = SqliteDatabase.OpenReader(options);
        _readAll = new SqliteStatement(_connection, ReadAllSql);
        _readUnit = new SqliteStatement(_connection, ReadUnitSql);
        _findBatch = new SqliteStatement(_connection, FindBatchSql);
        _decoder = new BatchDecoder(indicators, _strings);
    }

    /// <summary>The first chunk of a reading; begins with the batch that holds the number, if it does not end there.</summary>
    public BatchChunk ReadFirstChunk(AdministrativeUnitCode? unit, long afterSequence, long lastSequence) =>
        ReadChunk(unit, unit is null ? StartOf(afterSequence) : afterSequence, lastSequence);

    /// <summary>
    /// The next batches that start after a sequence number and not after the last; of one unit, or of all, which then
    /// follow on each other without a gap.
    /// </summary>
    public BatchChunk ReadChunk(AdministrativeUnitCode? unit, long afterSequence, long lastSequence)
    {
        var chunk = new List<LoggedBatch>();
        var statement = (unit is null ? _readAll : _readUnit).Bind(1, afterSequence).Bind(2, lastSequence);
        if (unit is { } code)
        {
            statement.BindText(3, StrictUtf8.GetBytes(code.Value));
        }

        try
        {
            var observations = 0;
            while (chunk.Count < MaxChunkBatches && observations < MaxChunkObservations)
            {
                if (!statement.Step())
                {
                    return new BatchChunk(chunk, IsLast: true);
                }

                var batch = Decode(statement);
                if (unit is null && batch.FirstSequence != afterSequence + 1)
                {
                    throw Damaged(afterSequence + 1, "The batch is missing.", null);
                }

                chunk.Add(batch);
                observations += batch.Batch.Observations.Length;
                afterSequence = batch.LastSequence;
            }

            return new BatchChunk(chunk, IsLast: false);
        }
        finally
        {
            statement.Reset();
        }
    }

    public void Dispose()
    {
        _readAll.Dispose();
        _readUnit.Dispose();
        _findBatch.Dispose();
        _connection.Dispose();
    }

    // Nothing after the number may be missed, so a number inside a batch leads back to the one before that batch.
    private long StartOf(long afterSequence)
    {
        _findBatch.Bind(1, afterSequence);
        try
        {
            return _findBatch.Step() && _findBatch.Int64(1) > afterSequence ? _findBatch.Int64(0) - 1 : afterSequence;
        }
        finally
        {
            _findBatch.Reset();
        }
    }

    private LoggedBatch Decode(SqliteStatement row)
    {
        var first = row.Int64(0);
        var recordedAt = row.Int64(2);
        var hasKey = !row.IsNull(6);
        var content = BatchChecksum.OfContent(row.Bytes(4), row.Bytes(5), row.Bytes(6), hasKey, row.Bytes(7));
        if (BatchChecksum.OfRow(content, first, recordedAt) != row.Int64(3))
        {
            throw Damaged(first, "The checksum does not match.", null);
        }

        try
        {
            var observations = _decoder.Decode(row.Bytes(7));
            var unit = AdministrativeUnitCode.Parse(_strings.Get(row.Bytes(4)), CultureInfo.InvariantCulture);
            var key = hasKey ? StrictUtf8.GetString(row.Bytes(6)) : null;
            var batch = new ObservationBatch(unit, _strings.Get(row.Bytes(5)), key, observations);
            return first + observations.Length - 1 == row.Int64(1)
                ? new LoggedBatch(first, DateTimeOffset.FromUnixTimeMilliseconds(recordedAt), batch)
                : throw new InvalidDataException("The number of observations does not match.");
        }
        catch (Exception exception) when (exception is InvalidDataException or FormatException)
        {
            throw Damaged(first, exception.Message, exception);
        }
    }

    private static ObservationLogException Damaged(long sequence, string reason, Exception? cause)
    {
        var message = FormattableString.Invariant(
            $"The observation log is damaged at sequence {sequence}: {reason} Restore it from a backup.");
        return cause is null ? new ObservationLogException(message) : new ObservationLogException(message, cause);
    }
}
