using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Npgsql;
using Twin.Model.Observations;
using Twin.Model.States;
using Twin.Model.Units;
using Twin.Model.Vessels;
using Twin.Storage.Encoding;
using Twin.Storage.Postgres;
using Twin.Storage.Reading;
using Twin.Storage.Writing;

namespace Twin.Storage;

/// <summary>
/// The observation log in PostgreSQL. Any number of silos may append to it; each has one writer that commits all that
/// waits together, and they take turns by a lock on one row, which is what makes the sequence numbers. Safe for any
/// number of threads. See docs/concepts/durability.md.
/// </summary>
public sealed class PostgresObservationLog : IObservationLog, IAsyncDisposable
{
    // In one statement, so that every batch up to the head was packed with numbers up to that one.
    private const string ReadEndSql =
        "SELECT head, (SELECT coalesce(max(id), 0) FROM twin_indicator) FROM twin_log WHERE id = 1";

    private readonly PostgresDatabase _database;
    private readonly SharedHead _head;
    private readonly HeadListener _listener;
    private readonly IndicatorTable _indicatorTable;
    private readonly PostgresIndicators _indicators;
    private readonly PostgresGroupStore _store;
    private readonly WriteQueue _queue;
    private readonly GroupCommitWriter _writer;
    private readonly LogIntake _intake;
    private volatile bool _isClosed;

    private PostgresObservationLog(
        PostgresDatabase database, SharedHead head, PostgresGroupStore store, HeadListener listener, ILogger logger)
    {
        _database = database;
        _head = head;
        _store = store;
        _listener = listener;
        _indicatorTable = new IndicatorTable();
        _indicators = new PostgresIndicators(database, _indicatorTable);
        _queue = new WriteQueue(database.Options);
        _writer = new GroupCommitWriter(store, _queue, logger);
        _intake = new LogIntake(_queue, _indicatorTable);
        States = new PostgresStateStore(_queue, database);
        Positions = new PostgresPositionLog(_queue, database);
    }

    /// <inheritdoc/>
    /// <remarks>Other silos' commits are in it some milliseconds after they were answered.</remarks>
    public long Head => _head.Value;

    /// <summary>The states of grains, kept in the same database and written in the same commits.</summary>
    public IStateStore States { get; }

    /// <summary>The positions of vessels, kept in the same database and written in the same commits.</summary>
    public IPositionLog Positions { get; }

    /// <summary>How many commits were made since it was opened; each is one flush of the server's log.</summary>
    public long Commits => _writer.Commits;

    /// <summary>How many batches and claims were refused since it was opened, because too much waited.</summary>
    public long Refusals => _queue.Refusals;

    /// <summary>
    /// Opens the log. Throws <see cref="ObservationLogException"/> when the server cannot be reached or a backup is
    /// being restored into it.
    /// </summary>
    public static PostgresObservationLog Open(
        PostgresDatabase database, TimeProvider time, ILogger<PostgresObservationLog> logger)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(logger);
        var head = new SharedHead();
        var store = new PostgresGroupStore(database, head, time, logger);
        try
        {
            store.Connect();
            var listener = new HeadListener(database, head, logger);
            listener.Start();
            var log = new PostgresObservationLog(database, head, store, listener, logger);
            log._writer.Start();
            return log;
        }
        catch (Exception exception)
        {
            store.Dispose();
            if (exception is NpgsqlException)
            {
                throw new ObservationLogException(
                    $"The observation log cannot be opened: {PostgresDatabase.Reason(exception)}", exception);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// The batch is empty or too large, names no unit, indicator or period, or has a text that is too long.
    /// </exception>
    public async ValueTask<AppendReceipt> AppendAsync(ObservationBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        if (!_indicators.AreKnown(batch))
        {
            await _indicators.AddAsync(batch, cancellationToken);
        }

        return await _intake.AppendAsync(batch, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The key or the hash is empty or too long.</exception>
    public ValueTask<RequestClaim> ClaimAsync(
        string idempotencyKey, ReadOnlyMemory<byte> bodyHash, CancellationToken cancellationToken) =>
        _intake.ClaimAsync(idempotencyKey, bodyHash, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Ends at the head as it was when the reading began.</remarks>
    public IAsyncEnumerable<LoggedBatch> ReadUnitAsync(
        AdministrativeUnitCode unit, CancellationToken cancellationToken)
    {
        var code = StrictUtf8.GetBytes(unit.Value);
        return ReadAsync(
            (_, _) => Task.FromResult(0L),
            (reader, after, head, token) => reader.ReadUnitAsync(code, after, head, token),
            cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Ends at the head as it was when the reading began. A batch that the number falls into is given whole.
    /// </remarks>
    public IAsyncEnumerable<LoggedBatch> ReadAllAsync(long afterSequence, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterSequence);
        return ReadAsync(
            (reader, token) => reader.EndBeforeAsync(afterSequence, token),
            (reader, after, head, token) => reader.ReadAllAsync(after, head, token),
            cancellationToken);
    }

    /// <summary>Writes what waits, as far as the server can be reached, and closes. Later calls are refused.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        _queue.Close(new ObservationLogException("The observation log is closed."));
        _store.GiveUpSoon();
        await _writer.Ended;
        await _listener.DisposeAsync();
        _store.Dispose();
        _indicators.Dispose();
    }

    private async IAsyncEnumerable<LoggedBatch> ReadAsync(
        Func<PostgresBatchReader, CancellationToken, Task<long>> start,
        Func<PostgresBatchReader, long, long, CancellationToken, Task<BatchChunk>> next,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_isClosed)
        {
            throw new ObservationLogException("The observation log is closed.");
        }

        var reader = new PostgresBatchReader(_database, _indicatorTable);
        var head = await ReadHeadAsync(cancellationToken);
        var after = await start(reader, cancellationToken);

        // Decoding belongs on the thread pool, not on the scheduler of the grain that reads.
        await foreach (var batch in ChunkedReading.ReadAsync(
            token => Task.Run(
                async () =>
                {
                    var chunk = await next(reader, after, head, token);
                    after = chunk.Batches is [.., var last] ? last.LastSequence : after;
                    return chunk;
                },
                token),
            cancellationToken))
        {
            yield return batch;
        }
    }

    /// <summary>The head of all silos' commits, with every indicator code that batches up to there use.</summary>
    private async Task<long> ReadHeadAsync(CancellationToken cancellationToken)
    {
        var (head, indicators) = await _database.UseAsync(
            async (connection, token) =>
            {
                await using var command = new NpgsqlCommand(ReadEndSql, connection);
                await using var reader = await command.ExecuteReaderAsync(token);
                await reader.ReadAsync(token);
                return (reader.GetInt64(0), reader.GetInt64(1));
            },
            cancellationToken);
        await _indicators.RefreshAsync(indicators, cancellationToken);
        _head.Advance(head);
        return head;
    }
}
