using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;
using Twin.Model.Observations;
using Twin.Storage.Encoding;
using Twin.Storage.Indexing;

namespace Twin.Storage.Writing;

/// <summary>
/// The one writer: takes all that waits, writes it in one transaction, syncs once, answers all. While it syncs, the
/// next group gathers, so the number of waiting callers changes the size of a commit and not its cost. Runs on its own
/// thread, because SQLite blocks.
/// </summary>
internal sealed partial class GroupCommitWriter(
    LogSession session, IndexTail tail, IndicatorTable indicators, WriteQueue queue, TimeProvider time, ILogger logger)
{
    // Batches after which the index tables are brought up to date. It costs some 20 ms and as many dirty pages as there
    // are units and far-apart keys; fewer would cost more in all, more would be a longer pause.
    private const int IndexEvery = 4096;

    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _head;
    private long _recordedAtMilliseconds;
    private int _durableIndicators;
    private long _commits;
    private volatile ObservationLogException? _fault;

    /// <summary>The last durable sequence number.</summary>
    public long Head => Volatile.Read(ref _head);

    /// <summary>How many commits wrote something.</summary>
    public long Commits => Volatile.Read(ref _commits);

    /// <summary>Why the log refuses everything until it is opened again; <c>null</c> while it works.</summary>
    public ObservationLogException? Fault => _fault;

    /// <summary>Completes when the queue is closed and drained, and the file is checkpointed.</summary>
    public Task Ended => _ended.Task;

    /// <summary>Reads where the log ends and starts the thread.</summary>
    public void Start()
    {
        session.ReadIndicators(indicators);
        session.Index.Load();
        _durableIndicators = indicators.Count;
        (_head, _recordedAtMilliseconds) = session.ReadEnd();
        new Thread(Run) { IsBackground = true, Name = "observation log writer" }.Start();
    }

    private void Run()
    {
        var group = new List<WriteRequest>();
        while (queue.Take(group))
        {
            var expected = CommitGroup(group);
            group.Clear();
            queue.Gather(expected);
        }

        Close();
    }

    // Says how many requests to expect next: all who were in this commit or waited for its end.
    private int CommitGroup(List<WriteRequest> group)
    {
        if (Fault is { } fault)
        {
            Fail(group, new ObservationLogException(fault.Message, fault));
            return 0;
        }

        try
        {
            Write(group);
        }
#pragma warning disable CA1031 // The edge of the ingest loop: whatever went wrong, those who wait must hear of it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Abandon(group, exception);
            return 0;
        }

        var expected = group.Count + queue.Count;
        foreach (var request in group)
        {
            request.Complete();
        }

        return expected;
    }

    // Without requests it brings the index tables up to date.
    private void Write(List<WriteRequest> group)
    {
        // A clock that was set back must not make a later batch look older: readers ask by time, too.
        var now = Math.Max(time.GetUtcNow().ToUnixTimeMilliseconds(), _recordedAtMilliseconds);
        var state = new CommitState(_head, now);
        var knownIndicators = indicators.Count;

        session.Begin();
        WriteIndicators(knownIndicators);
        foreach (var request in group)
        {
            request.Apply(session, state);
        }

        var isIndexing = group.Count == 0 || tail.Entries.Count + state.Entries.Count >= IndexEvery;
        if (isIndexing)
        {
            session.Index.Merge(state.Entries, state.Head);
        }

        session.Commit();

        // Readers take the head first and the tail after it, so the tail must never lag behind the head.
        tail.Add(state.Entries);
        if (isIndexing)
        {
            tail.Clear(state.Head);
        }

        _durableIndicators = knownIndicators;
        _recordedAtMilliseconds = now;
        Volatile.Write(ref _head, state.Head);
        Volatile.Write(ref _commits, _commits + 1);
    }

    // Batches are packed before they queue, so the codes of this group have their numbers by now.
    private void WriteIndicators(int knownIndicators)
    {
        for (var id = _durableIndicators + 1; id <= knownIndicators; id++)
        {
            if (indicators.TryGetCode(id, out var code))
            {
                session.InsertIndicator(id, code);
            }
        }
    }

    private void Abandon(List<WriteRequest> group, Exception exception)
    {
        var isRecoverable = exception is SqliteException { SqliteErrorCode: var code } && IsRecoverable(code);
        try
        {
            session.Rollback();
        }
        catch (SqliteException rollbackFailure)
        {
            isRecoverable = false;
            LogRollbackFailure(logger, rollbackFailure);
        }

        LogFailure(logger, exception, group.Count, isRecoverable);
        // After a failed sync nobody knows what the disk has; the next opening does.
        var outcome = isRecoverable ? "Nothing was kept" : "It may have been kept";
        var refusal = new ObservationLogException(
            $"The observation log could not write: {exception.Message} {outcome}; send it again with the same key.",
            exception);
        if (!isRecoverable)
        {
            _fault = new ObservationLogException(
                $"The observation log stopped after a failure: {exception.Message} Check the disk, then restart.",
                exception);
            queue.Close(_fault);
        }

        Fail(group, refusal);
    }

    /// <summary>
    /// Whether the file is sound after a rollback. After a failed sync or read the operating system may have dropped
    /// pages that it calls written, so going on could acknowledge what is not there.
    /// </summary>
    internal static bool IsRecoverable(int sqliteErrorCode) => sqliteErrorCode is
        raw.SQLITE_FULL or raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_NOMEM or raw.SQLITE_TOOBIG or
        raw.SQLITE_INTERRUPT;

    private static void Fail(List<WriteRequest> group, ObservationLogException exception)
    {
        foreach (var request in group)
        {
            request.Fail(exception);
        }
    }

    private void Close()
    {
        try
        {
            if (Fault is null)
            {
                // An up-to-date index spares the next opening the reading of the tail.
                Write([]);
                session.Checkpoint();
            }
        }
        catch (SqliteException exception)
        {
            // What was acknowledged is in the write-ahead log, which the next opening replays.
            LogCheckpointFailure(logger, exception);
        }

        _ended.SetResult();
    }

    [LoggerMessage(1, LogLevel.Error, "A commit of {Requests} requests failed; the log goes on: {GoesOn}")]
    private static partial void LogFailure(ILogger logger, Exception exception, int requests, bool goesOn);

    [LoggerMessage(2, LogLevel.Error, "A failed commit could not be rolled back")]
    private static partial void LogRollbackFailure(ILogger logger, Exception exception);

    [LoggerMessage(3, LogLevel.Warning, "The write-ahead log could not be checkpointed at the end")]
    private static partial void LogCheckpointFailure(ILogger logger, Exception exception);
}
