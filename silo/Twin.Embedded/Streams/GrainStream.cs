using Twin.Embedded.Proxies;

namespace Twin.Embedded.Streams;

/// <summary>
/// What a caller gets from a method that gives results one after the other: each enumeration calls the method anew and
/// fetches its results in batches. Thread-safe; an enumeration is for one caller at a time.
/// </summary>
internal sealed class GrainStream<T>(GrainReference reference, StreamSource<T> source, int batchSize)
    : IAsyncEnumerable<T>
{
    /// <summary>The most results that one call brings, unless the caller says otherwise.</summary>
    public const int DefaultBatchSize = 100;

    public GrainStream<T> WithBatchSize(int size) => new(reference, source, size);

    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var id = reference.Class.Host.NextStreamId();
        var isOpen = true;
        try
        {
            for (var isFirst = true; isOpen; isFirst = false)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var call = new StreamBatchCall<T>(id, source, isFirst, batchSize);
                reference.SendNow(call);
                var batch = await call.Answer.WaitAsync(cancellationToken);
                isOpen = !batch.IsLast;
                foreach (var item in batch.Items)
                {
                    yield return item;
                }
            }
        }
        finally
        {
            if (isOpen)
            {
                // Also after a failure, of which the grain may not know. What becomes of it concerns the grain alone.
                var close = new StreamCloseCall(id, source.Method);
                reference.SendNow(close);
                await ((Task)close.Answer).ConfigureAwait(
                    ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
            }
        }
    }
}
