using Npgsql;
using Twin.Model.Vessels;
using Twin.Storage.Positions;
using Twin.Storage.Writing;

namespace Twin.Storage.Postgres;

/// <summary>Positions in the database of the observation log.</summary>
internal sealed class PostgresPositionLog(WriteQueue queue, PostgresDatabase database) : QueuedPositionLog(queue)
{
    private const string ReadSql = """
        SELECT sequence, recorded_at, checksum, reports FROM twin_position_batch
        WHERE shard = $1 AND sequence > $2 ORDER BY sequence LIMIT 1000
        """;

    private const string LastSql = "SELECT coalesce(max(sequence), 0) FROM twin_position_batch";
    private const string LookSql = """
        SELECT sequence, recorded_at FROM twin_position_batch WHERE sequence >= $1 ORDER BY sequence LIMIT 1
        """;

    private const string ReplaceSql =
        "UPDATE twin_position_batch SET checksum = $3, reports = $4 WHERE sequence = $1 AND shard = $2";

    private const string RemoveSql = """
        DELETE FROM twin_position_batch WHERE sequence = $1 AND shard = $2
            AND sequence < (SELECT max(sequence) FROM twin_position_batch)
        """;

    public override ValueTask<long> FindEndBeforeAsync(DateTimeOffset at, CancellationToken cancellationToken) =>
        new(database.UseAsync(
            async (connection, token) =>
            {
                await using var last = new NpgsqlCommand(LastSql, connection);
                var search = new EndSearch((long)(await last.ExecuteScalarAsync(token))!, at.ToUnixTimeMilliseconds());
                while (!search.IsDone)
                {
                    await using var look = new NpgsqlCommand(LookSql, connection)
                    {
                        Parameters = { new() { Value = search.Next } },
                    };
                    await using var reader = await look.ExecuteReaderAsync(token);
                    await reader.ReadAsync(token); // There is one: the last, if no other.
                    search.Take(reader.GetInt64(0), reader.GetInt64(1));
                }

                return search.End;
            },
            cancellationToken));

    // Rows are otherwise never changed, so this needs no part in the commits of the writer.
    protected override Task ReplaceAsync(
        int shard, IReadOnlyList<PositionReplacement> rows, CancellationToken cancellationToken) => database.UseAsync(
        async (connection, token) =>
        {
            await using var transaction = await connection.BeginTransactionAsync(token);
            await using var batch = new NpgsqlBatch(connection, transaction);
            foreach (var row in rows)
            {
                var command = new NpgsqlBatchCommand(row.Blob is null ? RemoveSql : ReplaceSql);
                command.Parameters.Add(new NpgsqlParameter { Value = row.Sequence });
                command.Parameters.Add(new NpgsqlParameter { Value = (long)shard });
                if (row.Blob is { } blob)
                {
                    command.Parameters.Add(new NpgsqlParameter { Value = row.Checksum });
                    command.Parameters.Add(new NpgsqlParameter { Value = blob });
                }

                batch.BatchCommands.Add(command);
            }

            var count = await batch.ExecuteNonQueryAsync(token);
            await transaction.CommitAsync(token);
            return count;
        },
        cancellationToken);

    protected override Task<List<LoggedPositions>> ReadBehindAsync(
        int shard, long after, CancellationToken cancellationToken) => database.UseAsync(
        async (connection, token) =>
        {
            await using var command = new NpgsqlCommand(ReadSql, connection)
            {
                Parameters = { new() { Value = (long)shard }, new() { Value = after } },
            };
            var found = new List<LoggedPositions>();
            await using var reader = await command.ExecuteReaderAsync(token);
            for (var bytes = 0; bytes < BytesPerChunk && await reader.ReadAsync(token);)
            {
                var blob = await reader.GetFieldValueAsync<byte[]>(3, token);
                found.Add(PositionRow.Read(
                    reader.GetInt64(0), shard, reader.GetInt64(1), reader.GetInt64(2), blob));
                bytes += blob.Length;
            }

            return found;
        },
        cancellationToken);
}
