namespace Twin.Storage.Writing;

/// <summary>Where the log ends while a commit is put together; thrown away when the commit fails.</summary>
/// <param name="head">The last sequence number so far.</param>
/// <param name="nowMilliseconds">When this commit takes in its batches, Unix milliseconds UTC.</param>
internal sealed class CommitState(long head, long nowMilliseconds)
{
    /// <summary>The last sequence number so far, this commit's included.</summary>
    public long Head { get; private set; } = head;

    /// <summary>When this commit takes in its batches, Unix milliseconds UTC.</summary>
    public long NowMilliseconds { get; } = nowMilliseconds;

    /// <summary>Counts observations as written; the next batch starts behind them.</summary>
    public void Advance(int observations) => Head += observations;
}
