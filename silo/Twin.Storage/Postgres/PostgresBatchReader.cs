using Npgsql;
using Twin.Model.Observations;
using Twin.Storage.Encoding;
using Twin.Storage.Reading;

namespace Twin.Storage.Postgres;

/// <summary>
/// Reads chunks of the log, each by its own short statement on a connection of the pool: a slow consumer holds none.
/// For one reading at a time.
/// </summary>
internal sealed class PostgresBatchReader(PostgresDatabase database, IndicatorTable indicators)
{
    // Both end a chunk where ChunkBuilder has it full, so that no row is sent that is not used: behind the last batch
    // that starts below the limit of observations.
    private const string ReadAllSql = """
        SELECT first_sequence, last_sequence, recorded_at, checksum, unit, reporter, idempotency_key, observations
        FROM twin_batch WHERE first_sequence > $1 AND first_sequence <= least($1 + $3, $2)
        ORDER BY first_sequence LIMIT $4
        """;

    private const string ReadUnitSql = """
        SELECT first_sequence, last_sequence, recorded_at, checksum, unit, reporter, idempotency_key, observations
        FROM (
            SELECT *, sum(last_sequence - first_sequence + 1) OVER (
                ORDER BY first_sequence ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
            FROM (
                SELECT * FROM twin_batch WHERE unit = $5 AND first_sequence > $1 AND first_sequence <= $2
                ORDER BY first_sequence LIMIT $4) next) counted
        WHERE before IS NULL OR before < $3
        ORDER BY first_sequence
        """;

    private const string EndBeforeSql = """
        SELECT CASE WHEN last_sequence > $1 THEN first_sequence - 1 ELSE $1 END
        FROM twin_batch WHERE first_sequence <= $1 ORDER BY first_sequence DESC LIMIT 1
        """;

    private readonly BatchRowDecoder _decoder = new(indicators);

    /// <summary>
    /// The batches that start after a sequence number and not after the last; they must follow on each other without a
    /// gap.
    /// </summary>
    public async Task<BatchChunk> ReadAllAsync(long after, long last, CancellationToken cancellationToken)
    {
        if (after >= last)
        {
            return new BatchChunk([], IsLast: true);
        }

        var chunk = await ReadAsync(ReadAllSql, after, last, unit: null, cancellationToken);
        foreach (var batch in chunk.Batches)
        {
            after = batch.FirstSequence == after + 1 ? batch.LastSequence : throw Missing(after + 1);
        }

        return chunk.Batches.Count == 0 || (chunk.IsLast && after < last)
            ? throw Missing(after + 1)
            : chunk with { IsLast = after >= last };
    }

    /// <summary>The unit's batches that start after a sequence number and not after the last.</summary>
    public Task<BatchChunk> ReadUnitAsync(byte[] unit, long after, long last, CancellationToken cancellationToken) =>
        ReadAsync(ReadUnitSql, after, last, unit, cancellationToken);

    /// <summary>The number itself or, when it lies inside a batch, the last one before that batch.</summary>
    public Task<long> EndBeforeAsync(long sequence, CancellationToken cancellationToken) => database.UseAsync(
        async (connection, token) =>
        {
            await using var command = new NpgsqlCommand(EndBeforeSql, connection)
            {
                Parameters = { new() { Value = sequence } },
            };
            return await command.ExecuteScalarAsync(token) as long? ?? sequence;
        },
        cancellationToken);

    private Task<BatchChunk> ReadAsync(
        string constantSql, long after, long last, byte[]? unit, CancellationToken cancellationToken) =>
        database.UseAsync(
            async (connection, token) =>
            {
#pragma warning disable CA2100 // The constants of this class.
                await using var command = new NpgsqlCommand(constantSql, connection)
#pragma warning restore CA2100
                {
                    Parameters =
                    {
                        new() { Value = after },
                        new() { Value = last },
                        new() { Value = (long)ChunkBuilder.MaxObservations },
                        new() { Value = (long)ChunkBuilder.MaxBatches },
                    },
                };
                if (unit is not null)
                {
                    command.Parameters.Add(new() { Value = unit });
                }

                var chunk = new ChunkBuilder();
                await using var reader = await command.ExecuteReaderAsync(token);
                while (await reader.ReadAsync(token))
                {
                    chunk.Add(Decode(reader));
                }

                return chunk.Build(isLast: !chunk.IsFull);
            },
            cancellationToken);

    private LoggedBatch Decode(NpgsqlDataReader row)
    {
        var hasKey = !row.IsDBNull(6);
        return _decoder.Decode(new BatchRow
        {
            FirstSequence = row.GetInt64(0),
            LastSequence = row.GetInt64(1),
            RecordedAtMilliseconds = row.GetInt64(2),
            Checksum = row.GetInt64(3),
            Unit = row.GetFieldValue<byte[]>(4),
            Reporter = row.GetFieldValue<byte[]>(5),
            HasKey = hasKey,
            Key = hasKey ? row.GetFieldValue<byte[]>(6) : [],
            Blob = row.GetFieldValue<byte[]>(7),
        });
    }

    private static ObservationLogException Missing(long sequence) =>
        BatchRowDecoder.Damaged(sequence, "The batch is missing.");
}
