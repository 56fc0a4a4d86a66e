using Twin.Embedded.Streams;

namespace Orleans.Runtime;

/// <summary>How results that a grain gives one after the other are fetched.</summary>
public static class AsyncEnumerableExtensions
{
    /// <summary>
    /// The most results that one call brings, 100 by default. Of an enumeration that is no grain's it changes nothing.
    /// </summary>
    public static IAsyncEnumerable<T> WithBatchSize<T>(this IAsyncEnumerable<T> self, int maxBatchSize)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxBatchSize);
        return self is GrainStream<T> stream ? stream.WithBatchSize(maxBatchSize) : self;
    }
}
