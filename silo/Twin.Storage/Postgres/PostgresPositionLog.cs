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
