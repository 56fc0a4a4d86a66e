using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;
using Twin.Model.Observations;
using Twin.Model.States;
using Twin.Storage.Encoding;
using Twin.Storage.Indexing;
using Twin.Storage.Positions;
using Twin.Storage.States;
using Twin.Storage.Writing;

namespace Twin.Storage.Sqlite;

/// <summary>Writes groups to the file, row by row inside one transaction.</summary>
internal sealed partial class SqliteGroupStore : IGroupStore
{
    // Batches after which the index tables are brought up to date. It costs some 20 ms and as many dirty pages as there
    // are units and far-apart keys; fewer would cost more in all, more would be a longer pause.
    private const int IndexEvery = 4096;

    private readonly LogSession _session;
    private readonly IndexTail _tail;
    private readonly IndicatorTable _indicators;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private long _head;
    private long _recordedAtMilliseconds;
    private int _durableIndicators;

    /// <summary>Reads where the log ends.</summary>
    public SqliteGroupStore(
        LogSession session, IndexTail tail, IndicatorTable indicators, TimeProvider time, ILogger logger)
    {
        _session = session;
        _tail = tail;
        _indicators = indicators;
        _time = time;
        _logger = logger;
        session.ReadIndicators(indicators);
        session.Index.Load();
        _durableIndicators = indicators.Count;
        (_head, _recordedAtMilliseconds) = session.ReadEnd();
    }

    /// <summary>The last durable sequence number.</summary>
    public long Head => Volatile.Read(ref _head);

    public void Commit(IReadOnlyList<WriteRequest> group) => Write(group);

    public CommitFailure Abandon(Exception exception)
    {
        var isRecoverable = exception is SqliteException { SqliteErrorCode: var code } && IsRecoverable(code);
        try
        {
            _session.Rollback();
        }
        catch (SqliteException rollbackFailure)
        {
            isRecoverable = false;
            LogRollbackFailure(_logger, rollbackFailure);
        }

        // After a failed sync nobody knows what the disk has; the next opening does.
        var outcome = isRecoverable ? "Nothing was kept" : "It may have been kept";
        var refusal = new ObservationLogException(
            $"The observation log could not write: {exception.Message} {outcome}; send it again with the same key.",
            exception);
        var fault = isRecoverable
            ? null
            : new ObservationLogException(
                $"The observation log stopped after a failure: {exception.Message} Check the disk, then restart.",
                exception);
        return new CommitFailure(refusal, fault);
    }

    public void Finish()
    {
        try
        {
            // An up-to-date index spares the next opening the reading of the tail.
            Write([]);
            _session.Checkpoint();
        }
        catch (SqliteException exception)
        {
            // What was acknowledged is in the write-ahead log, which the next opening replays.
            LogCheckpointFailure(_logger, exception);
        }
    }

    /// <summary>
    /// Whether the file is sound after a rollback. After a failed sync or read the operating system may have dropped
    /// pages that it calls written, so going on could acknowledge what is not there.
    /// </summary>
    internal static bool IsRecoverable(int sqliteErrorCode) => sqliteErrorCode is
        raw.SQLITE_FULL or raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_NOMEM or raw.SQLITE_TOOBIG or
        raw.SQLITE_INTERRUPT;

    // Without requests it brings the index tables up to date.
    private void Write(IReadOnlyList<WriteRequest> group)
    {
        // A clock that was set back must not make a later batch look older: readers ask by time, too.
        var now = Math.Max(_time.GetUtcNow().ToUnixTimeMilliseconds(), _recordedAtMilliseconds);
        var state = new CommitState(_head, now);
        var knownIndicators = _indicators.Count;

        _session.Begin();
        WriteIndicators(knownIndicators);
        foreach (var request in group)
        {
            Write(request, state);
        }

        var isIndexing = group.Count == 0 || _tail.Entries.Count + state.Entries.Count >= IndexEvery;
        if (isIndexing)
        {
            _session.Index.Merge(state.Entries, state.Head);
        }

        _session.Commit();

        // Readers take the head first and the tail after it, so the tail must never lag behind the head.
        _tail.Add(state.Entries);
        if (isIndexing)
        {
            _tail.Clear(state.Head);
        }

        _durableIndicators = knownIndicators;
        _recordedAtMilliseconds = now;
        Volatile.Write(ref _head, state.Head);
    }

    // Batches are packed before they queue, so the codes of this group have their numbers by now.
    private void WriteIndicators(int knownIndicators)
    {
        for (var id = _durableIndicators + 1; id <= knownIndicators; id++)
        {
            if (_indicators.TryGetCode(id, out var code))
            {
                _session.InsertIndicator(id, code);
            }
        }
    }

    private void Write(WriteRequest request, CommitState state)
    {
        switch (request)
        {
            case AppendRequest append:
                append.Decide(Append(append, state));
                break;
            case ClaimRequest claim:
                claim.Decide(Claim(claim, state));
                break;
            case StateRequest change:
                change.Decide(Change(change));
                break;
            case PositionRequest positions:
                positions.Decide(_session.Positions.Append(positions, state.NowMilliseconds));
                break;
            case PositionReplaceRequest thinned:
                thinned.Decide(_session.Positions.Replace(thinned));
                break;
            default:
                throw new UnreachableException();
        }
    }

    private AppendReceipt Append(AppendRequest append, CommitState state)
    {
        if (append.IdempotencyKey is { } key &&
            (state.Find(key, append.Unit) ?? _session.Index.Find(key, append.Unit)) is { } repeat)
        {
            return repeat;
        }

        _session.InsertBatch(append.Batch, state.Head + 1, state.NowMilliseconds);
        return state.Add(append.Unit, append.IdempotencyKey, append.Batch.Count);
    }

    private RequestClaim Claim(ClaimRequest claim, CommitState state)
    {
        if (_session.InsertRequest(claim.IdempotencyKey, claim.BodyHash, state.NowMilliseconds))
        {
            return RequestClaim.New;
        }

        return _session.IsKnownBody(claim.IdempotencyKey, claim.BodyHash)
            ? RequestClaim.Repeat
            : RequestClaim.Conflict;
    }

    private StateChange Change(StateRequest change)
    {
        var stored = _session.States.Find(change.Key);
        if (change.ConflictWith(stored) is { } conflict)
        {
            return conflict;
        }

        if (change.Value is { } value)
        {
            return new StateChange.Applied(StateRequest.ETag(_session.States.Put(change.Key, value.Span)));
        }

        if (stored is { } removed)
        {
            _session.States.Delete(removed);
        }

        return new StateChange.Applied(null);
    }

    [LoggerMessage(2, LogLevel.Error, "A failed commit could not be rolled back")]
    private static partial void LogRollbackFailure(ILogger logger, Exception exception);

    [LoggerMessage(3, LogLevel.Warning, "The write-ahead log could not be checkpointed at the end")]
    private static partial void LogCheckpointFailure(ILogger logger, Exception exception);
}
