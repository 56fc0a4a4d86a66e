using Microsoft.Extensions.Logging;
using Twin.Model.Observations;

namespace Twin.Storage.Writing;

/// <summary>
/// The one writer: takes all that waits, has it written in one transaction, synced once, and answers all. While it
/// syncs, the next group gathers, so the number of waiting callers changes the size of a commit and not its cost. Runs
/// on its own thread, because a store blocks.
/// </summary>
internal sealed partial class GroupCommitWriter(IGroupStore store, WriteQueue queue, ILogger logger)
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _commits;
    private volatile ObservationLogException? _fault;

    /// <summary>How many commits wrote something.</summary>
    public long Commits => Volatile.Read(ref _commits);

    /// <summary>Why the log refuses everything until it is opened again; <c>null</c> while it works.</summary>
    public ObservationLogException? Fault => _fault;

    /// <summary>Completes when the queue is closed and drained, and the store is left in good order.</summary>
    public Task Ended => _ended.Task;

    public void Start() => new Thread(Run) { IsBackground = true, Name = "observation log writer" }.Start();

    private void Run()
    {
        var group = new List<WriteRequest>();
        while (queue.Take(group))
        {
            var expected = CommitGroup(group);
            group.Clear();
            queue.Gather(expected);
        }

        if (Fault is null)
        {
            store.Finish();
        }

        _ended.SetResult();
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
            store.Commit(group);
        }
#pragma warning disable CA1031 // The edge of the ingest loop: whatever went wrong, those who wait must hear of it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Abandon(group, exception);
            return 0;
        }

        Volatile.Write(ref _commits, _commits + 1);
        var expected = group.Count + queue.Count;
        foreach (var request in group)
        {
            request.Complete();
        }

        return expected;
    }

    private void Abandon(List<WriteRequest> group, Exception exception)
    {
        var failure = store.Abandon(exception);
        LogFailure(logger, exception, group.Count, failure.Fault is null);
        if (failure.Fault is { } fault)
        {
            _fault = fault;
            queue.Close(fault);
        }

        Fail(group, failure.Refusal);
    }

    private static void Fail(List<WriteRequest> group, ObservationLogException exception)
    {
        foreach (var request in group)
        {
            request.Fail(exception);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "A commit of {Requests} requests failed; the log goes on: {GoesOn}")]
    private static partial void LogFailure(ILogger logger, Exception exception, int requests, bool goesOn);
}
