using System.Runtime.CompilerServices;
using Twin.Model.Observations;

namespace Twin.Storage.Reading;

/// <summary>Turns chunks into a sequence; the next chunk is read while the caller works on this one.</summary>
internal static class ChunkedReading
{
    /// <summary>
    /// The batches of chunk after chunk. When this ends, however it does, no call of <paramref name="next"/> is under
    /// way any more.
    /// </summary>
    public static async IAsyncEnumerable<LoggedBatch> ReadAsync(
        Func<CancellationToken, Task<BatchChunk>> next, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reading = next(cancellationToken);
        try
        {
            while (true)
            {
                var chunk = await reading;
                reading = chunk.IsLast ? reading : next(cancellationToken);
                foreach (var batch in chunk.Batches)
                {
                    yield return batch;
                }

                if (chunk.IsLast)
                {
                    yield break;
                }
            }
        }
        finally
        {
            // A caller that stops early leaves a chunk under way; only after it may another use the connection.
            await ((Task)reading).ConfigureAwait(
                ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }
    }
}
