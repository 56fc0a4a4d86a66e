using Npgsql;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Storage.Encoding;

namespace Twin.Storage.Postgres;

/// <summary>
/// The numbers of indicator codes, which all silos share: a number is durable before a batch is packed with it. Safe
/// for any number of threads.
/// </summary>
internal sealed class PostgresIndicators(PostgresDatabase database, IndicatorTable table) : IDisposable
{
    // Silos that meet the same new code take turns; readers go on.
    private const string LockSql = "LOCK TABLE twin_indicator IN SHARE ROW EXCLUSIVE MODE";
    private const string ReadSql = "SELECT id, code, checksum FROM twin_indicator WHERE id > $1 ORDER BY id";
    private const string InsertSql = "INSERT INTO twin_indicator(id, code, checksum) SELECT * FROM unnest($1, $2, $3)";

    private readonly SemaphoreSlim _gate = new(1);

    /// <summary>Whether every code of a batch has a number.</summary>
    public bool AreKnown(ObservationBatch batch)
    {
        if (batch.Observations.IsDefault)
        {
            return true; // For the encoder to refuse.
        }

        foreach (var observation in batch.Observations)
        {
            if (observation.Indicator != default && !table.Contains(observation.Indicator))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Gives numbers to the codes of a batch that have none, durably.</summary>
    public Task AddAsync(ObservationBatch batch, CancellationToken cancellationToken) =>
        AloneAsync(
            async (connection, token) =>
            {
                await using var transaction = await connection.BeginTransactionAsync(token);
                await using var locking = new NpgsqlCommand(LockSql, connection, transaction);
                await locking.ExecuteNonQueryAsync(token);
                await LoadAsync(connection, token);
                var codes = batch.Observations.Select(observation => observation.Indicator).Distinct()
                    .Where(code => code != default && !table.Contains(code)).ToArray();
                if (table.Count + codes.Length > IndicatorTable.MaxCodes)
                {
                    throw new ObservationLogException(FormattableString.Invariant(
                        $"The log holds {table.Count} indicator codes; its limit is {IndicatorTable.MaxCodes}."));
                }

                await InsertAsync(connection, codes, token);
                await transaction.CommitAsync(token);
                await LoadAsync(connection, token);
            },
            cancellationToken);

    /// <summary>Learns the codes up to a number that other silos have added.</summary>
    public Task RefreshAsync(long upTo, CancellationToken cancellationToken) => upTo <= table.Count
        ? Task.CompletedTask
        : AloneAsync(LoadAsync, cancellationToken);

    public void Dispose() => _gate.Dispose();

    private async Task AloneAsync(
        Func<NpgsqlConnection, CancellationToken, Task> use, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await database.UseAsync(
                async (connection, token) =>
                {
                    await use(connection, token);
                    return true;
                },
                cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task LoadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(ReadSql, connection)
        {
            Parameters = { new() { Value = (long)table.Count } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var id = reader.GetInt64(0);
            var text = reader.GetString(1);
            if (reader.GetInt64(2) != BatchChecksum.OfIndicator(id, StrictUtf8.GetBytes(text)) ||
                !IndicatorCode.TryParse(text, out var code))
            {
                throw new ObservationLogException(
                    FormattableString.Invariant($"The log's indicator table is damaged at number {id}."));
            }

            table.Load(id, code);
        }
    }

    private async Task InsertAsync(
        NpgsqlConnection connection, IndicatorCode[] codes, CancellationToken cancellationToken)
    {
        var ids = codes.Select((_, i) => (long)table.Count + i + 1).ToArray();
        var checksums = codes.Select((code, i) =>
            BatchChecksum.OfIndicator(ids[i], StrictUtf8.GetBytes(code.Value))).ToArray();
        await using var insert = new NpgsqlCommand(InsertSql, connection)
        {
            Parameters =
            {
                new() { Value = ids },
                new() { Value = codes.Select(code => code.Value).ToArray() },
                new() { Value = checksums },
            },
        };
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }
}
