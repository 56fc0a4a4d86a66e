using System.Runtime.CompilerServices;
using Npgsql;
using Twin.Model.States;
using Twin.Storage.Encoding;
using Twin.Storage.States;
using Twin.Storage.Writing;

namespace Twin.Storage.Postgres;

/// <summary>States in the database of the observation log.</summary>
internal sealed class PostgresStateStore(WriteQueue queue, PostgresDatabase database) : QueuedStateStore(queue)
{
    /// <summary>The longest name in bytes of UTF-8; an entry of an index holds no more.</summary>
    public const int MaxNameBytes = 2600;

    private const string ReadSql = """
        SELECT version, value, key FROM twin_state WHERE grain_type = $1 AND state_name = $2 AND key = $3
        """;

    // Whole states until they are more than the bytes of a chunk.
    private const string ReadBehindSql = """
        SELECT version, value, key
        FROM (
            SELECT *, sum(length(value)) OVER (
                ORDER BY key ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
            FROM (
                SELECT * FROM twin_state WHERE grain_type = $1 AND state_name = $2 AND key > $3
                ORDER BY key LIMIT 1000) next) counted
        WHERE before IS NULL OR before < $4
        ORDER BY key
        """;

    public override async ValueTask<StoredState?> ReadAsync(StateKey key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var found = await ReadAsync(key.ToString(), ReadSql, key.GrainType, key.StateName, key.Key, cancellationToken);
        return found is [var one] ? one.State : null;
    }

    public override async IAsyncEnumerable<KeyedState> ReadAllAsync(
        string grainType, string stateName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var key = string.Empty;
        while (await ReadAsync(
            $"{grainType}/{stateName}", ReadBehindSql, grainType, stateName, key, cancellationToken) is [.., var last]
            and var chunk)
        {
            foreach (var state in chunk)
            {
                yield return state;
            }

            key = last.Key.Key;
        }
    }

    protected override void CheckName(StateKey key, int bytes)
    {
        if (bytes > MaxNameBytes)
        {
            throw new ArgumentException(
                FormattableString.Invariant($"The name has {bytes} bytes; PostgreSQL keeps at most {MaxNameBytes}."),
                nameof(key));
        }
    }

    private Task<List<KeyedState>> ReadAsync(
        string what,
        string constantSql,
        string grainType,
        string stateName,
        string key,
        CancellationToken cancellationToken) => ReadAsync(what, () => database.UseAsync(
        async (connection, token) =>
        {
#pragma warning disable CA2100 // The constants of this class.
            await using var command = new NpgsqlCommand(constantSql, connection)
#pragma warning restore CA2100
            {
                Parameters =
                {
                    new() { Value = StrictUtf8.GetBytes(grainType) },
                    new() { Value = StrictUtf8.GetBytes(stateName) },
                    new() { Value = StrictUtf8.GetBytes(key) },
                },
            };
            if (ReferenceEquals(constantSql, ReadBehindSql))
            {
                command.Parameters.Add(new() { Value = (long)BytesPerChunk });
            }

            var states = new List<KeyedState>();
            await using var reader = await command.ExecuteReaderAsync(token);
            while (await reader.ReadAsync(token))
            {
                var key = StrictUtf8.GetString(await reader.GetFieldValueAsync<byte[]>(2, token));
                var state = await reader.GetFieldValueAsync<byte[]>(1, token);
                states.Add(new KeyedState(
                    new StateKey(grainType, stateName, key),
                    new StoredState(state, StateRequest.ETag(reader.GetInt64(0)))));
            }

            return states;
        },
        cancellationToken));
}
