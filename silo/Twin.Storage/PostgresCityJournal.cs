using Npgsql;
using Twin.Model.Cities;
using Twin.Model.Observations;
using Twin.Storage.Postgres;

namespace Twin.Storage;

/// <summary>
/// The city's journal in the database of the observation log, so that all silos of a cluster have one. Safe for any
/// number of threads and silos.
/// </summary>
public sealed class PostgresCityJournal(PostgresDatabase database) : ICityJournal
{
    private const string InsertSql = """
        INSERT INTO twin_city_change(sequence, kind, made_by, made_at, reason, payload, undoes)
        SELECT $1, $2, $3, $4, $5, $6, $7
        WHERE $1 = (SELECT coalesce(max(sequence), 0) + 1 FROM twin_city_change)
        ON CONFLICT (sequence) DO NOTHING
        """;

    private const string SelectSql = """
        SELECT sequence, kind, made_by, made_at, reason, payload, undoes
        FROM twin_city_change WHERE sequence > $1 ORDER BY sequence
        """;

    /// <summary>Whether the database has more than this one silo.</summary>
    public bool IsShared => !database.Options.IsOwner;

    /// <inheritdoc/>
    /// <remarks>Tried once: whether an attempt that failed is in the journal is for the caller to read.</remarks>
    public async ValueTask<bool> AppendAsync(CityChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await using var connection = database.OpenOwn();
            await using var command = new NpgsqlCommand(InsertSql, connection)
            {
                Parameters =
                {
                    new() { Value = change.Sequence },
                    new() { Value = Bytes(change.Kind) },
                    new() { Value = Bytes(change.By) },
                    new() { Value = change.At.ToUnixTimeMilliseconds() },
                    new() { Value = Bytes(change.Reason) },
                    new() { Value = Bytes(change.Payload) },
                    new() { Value = change.Undoes is { } undoes ? undoes : DBNull.Value, DataTypeName = "bigint" },
                },
            };
            return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
        }
        catch (NpgsqlException exception)
        {
            throw Failed("written", PostgresDatabase.Reason(exception), exception);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<CityChange>> ReadAsync(long afterSequence, CancellationToken cancellationToken)
    {
        try
        {
            return await database.UseAsync(
                (connection, token) => ReadAsync(connection, afterSequence, token), cancellationToken);
        }
        catch (ObservationLogException exception)
        {
            throw Failed("read", exception.Message, exception);
        }
    }

    private static async Task<List<CityChange>> ReadAsync(
        NpgsqlConnection connection, long afterSequence, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(SelectSql, connection)
        {
            Parameters = { new() { Value = afterSequence } },
        };
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var changes = new List<CityChange>();
        while (await rows.ReadAsync(cancellationToken))
        {
            changes.Add(new CityChange(
                rows.GetInt64(0),
                await TextAsync(rows, 1, cancellationToken),
                await TextAsync(rows, 2, cancellationToken),
                DateTimeOffset.FromUnixTimeMilliseconds(rows.GetInt64(3)),
                await TextAsync(rows, 4, cancellationToken),
                await TextAsync(rows, 5, cancellationToken),
                await rows.IsDBNullAsync(6, cancellationToken) ? null : rows.GetInt64(6)));
        }

        return changes;
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static async Task<string> TextAsync(
        NpgsqlDataReader rows, int column, CancellationToken cancellationToken) =>
        System.Text.Encoding.UTF8.GetString(await rows.GetFieldValueAsync<byte[]>(column, cancellationToken));

    private static CityJournalException Failed(string verb, string reason, Exception cause) =>
        new($"The city's journal in PostgreSQL could not be {verb}: {reason}", cause);
}
