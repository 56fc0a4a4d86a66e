namespace Twin.Storage.Reading;

/// <summary>
/// A reading under way: gives chunk after chunk, each by its own short statement. The log only grows, so chunks need no
/// common snapshot, and a slow consumer never keeps the write-ahead log from being reused. For one thread at a time.
/// </summary>
internal abstract class BatchCursor
{
    /// <summary>The next batches.</summary>
    public abstract BatchChunk Next();
}
