using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Twin.Model.Observations;
using Twin.Model.States;
using Twin.Model.Units;
using Twin.Model.Vessels;
using Twin.Storage.Backup;
using Twin.Storage.Encoding;
using Twin.Storage.Indexing;
using Twin.Storage.Positions;
using Twin.Storage.Reading;
using Twin.Storage.Sqlite;
using Twin.Storage.States;
using Twin.Storage.Writing;

namespace Twin.Storage;

/// <summary>
/// The observation log, and the states of grains, in one SQLite file: write-ahead log, full sync, one writer that
/// commits all that waits together. Owns the file; a second opener is refused. Safe for any number of threads. See
/// docs/concepts/durability.md.
/// </summary>
public sealed class SqliteObservationLog : IObservationLog, IAsyncDisposable
{
    /// <summary>The longest reporter, idempotency key or source, in UTF-8 bytes.</summary>
    public const int MaxTextBytes = BatchEncoder.MaxTextBytes;

    /// <summary>The longest hash of a request's body, in bytes.</summary>
    public const int MaxBodyHashBytes = LogIntake.MaxBodyHashBytes;

    private readonly LogFileLock _fileLock;
    private readonly LogSession _session;
    private readonly SqliteGroupStore _store;
    private readonly LogIntake _intake;
    private readonly WriteQueue _queue;
    private readonly GroupCommitWriter _writer;
    private readonly ReaderPool<BatchReader> _readers;
    private readonly ReaderPool<StateReader> _stateReaders;
    private readonly ReaderPool<PositionReader> _positionReaders;
    private readonly IndexTail _tail;

    private SqliteObservationLog(
        LogFileLock fileLock,
        LogSession session,
        SqliteGroupStore store,
        IndexTail tail,
        LogIntake intake,
        WriteQueue queue,
        GroupCommitWriter writer,
        ReaderPool<BatchReader> readers,
        ReaderPool<StateReader> stateReaders,
        ReaderPool<PositionReader> positionReaders)
    {
        _fileLock = fileLock;
        _session = session;
        _store = store;
        _intake = intake;
        _queue = queue;
        _writer = writer;
        _readers = readers;
        _stateReaders = stateReaders;
        _positionReaders = positionReaders;
        _tail = tail;
        States = new SqliteStateStore(queue, stateReaders);
        Positions = new SqlitePositionLog(queue, positionReaders);
    }

    /// <inheritdoc/>
    public long Head => _store.Head;

    /// <summary>The states of grains, kept in the same file and written in the same commits.</summary>
    public IStateStore States { get; }

    /// <summary>The positions of vessels, kept in the same file and written in the same commits.</summary>
    public IPositionLog Positions { get; }

    /// <summary>
    /// Why the log refuses everything until it is opened again, such as a failing disk; <c>null</c> while it works.
    /// </summary>
    public ObservationLogException? Fault => _writer.Fault;

    /// <summary>How many commits were made since it was opened; each is one sync of the disk.</summary>
    public long Commits => _writer.Commits;

    /// <summary>How many batches and claims were refused since it was opened, because too much waited.</summary>
    public long Refusals => _queue.Refusals;

    /// <summary>
    /// Opens the log, making directory and file where they are missing. Throws <see cref="ObservationLogException"/>
    /// when another process has it, when the file is something else or damaged, or when a later program wrote it.
    /// </summary>
    public static SqliteObservationLog Open(
        SqliteObservationLogOptions options, TimeProvider time, ILogger<SqliteObservationLog> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(logger);
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);

        LogFileLock? fileLock = null;
        LogSession? session = null;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.Path))!); // A full path has one.
            fileLock = LogFileLock.Take(options.Path);
            RestoreMarker.Refuse(options.Path);
            var tail = new IndexTail();
            session = OpenSession(options, tail, time);
            var indicators = new IndicatorTable();
            var queue = new WriteQueue(options);
            var store = new SqliteGroupStore(session, tail, indicators, time, logger);
            var writer = new GroupCommitWriter(store, queue, logger);
            writer.Start();
            return new SqliteObservationLog(
                fileLock,
                session,
                store,
                tail,
                new LogIntake(queue, indicators),
                queue,
                writer,
                new ReaderPool<BatchReader>(() => new BatchReader(options, indicators)),
                new ReaderPool<StateReader>(() => new StateReader(options)),
                new ReaderPool<PositionReader>(() => new PositionReader(options)));
        }
        catch (Exception exception)
        {
            session?.Dispose();
            fileLock?.Dispose();
            if (exception is SqliteException or IOException or UnauthorizedAccessException)
            {
                throw new ObservationLogException(
                    $"The observation log '{options.Path}' cannot be opened: {exception.Message}", exception);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">
    /// The batch is empty or too large, names no unit, indicator or period, or has a text that is too long.
    /// </exception>
    public ValueTask<AppendReceipt> AppendAsync(ObservationBatch batch, CancellationToken cancellationToken) =>
        _intake.AppendAsync(batch, cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The key or the hash is empty or too long.</exception>
    public ValueTask<RequestClaim> ClaimAsync(
        string idempotencyKey, ReadOnlyMemory<byte> bodyHash, CancellationToken cancellationToken) =>
        _intake.ClaimAsync(idempotencyKey, bodyHash, cancellationToken);

    /// <inheritdoc/>
    /// <remarks>Ends at the head as it was when the reading began.</remarks>
    public IAsyncEnumerable<LoggedBatch> ReadUnitAsync(
        AdministrativeUnitCode unit, CancellationToken cancellationToken) =>
        ReadAsync((reader, head) => new UnitCursor(reader, unit, _tail.Of(unit.Value), head), cancellationToken);

    /// <inheritdoc/>
    /// <remarks>
    /// Ends at the head as it was when the reading began. A batch that the number falls into is given whole.
    /// </remarks>
    public IAsyncEnumerable<LoggedBatch> ReadAllAsync(long afterSequence, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterSequence);
        return ReadAsync((reader, head) => new LogCursor(reader, afterSequence, head), cancellationToken);
    }

    /// <summary>
    /// Writes what waits, moves everything into the one file, and releases it. Later calls are refused.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Close(new ObservationLogException("The observation log is closed."));
        await _writer.Ended;

        // SQLite removes the write-ahead log with the last connection, if that one may write.
        _readers.Dispose();
        _stateReaders.Dispose();
        _positionReaders.Dispose();
        _session.Dispose();
        _fileLock.Dispose();
    }

    private static LogSession OpenSession(SqliteObservationLogOptions options, IndexTail tail, TimeProvider time)
    {
        var connection = SqliteDatabase.OpenWriter(options);
        try
        {
            LogSchema.Ensure(connection, options.Path, time.GetUtcNow().ToUnixTimeMilliseconds());
            return new LogSession(connection, tail);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private async IAsyncEnumerable<LoggedBatch> ReadAsync(
        Func<BatchReader, long, BatchCursor> open, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var head = Head;
        var reader = await LogReads.RunAsync(_readers.Rent, cancellationToken);
        try
        {
            var cursor = open(reader, head);
            await foreach (var batch in ChunkedReading.ReadAsync(
                token => LogReads.RunAsync(cursor.Next, token), cancellationToken))
            {
                yield return batch;
            }
        }
        finally
        {
            _readers.Return(reader);
        }
    }
}
