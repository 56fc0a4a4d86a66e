using Orleans.Runtime;
using Twin.Embedded.Activations;

namespace Twin.Embedded.Streams;

/// <summary>The streams that an activation has open, each known by its number. For the activation's turns.</summary>
internal sealed class OpenStreams
{
    private readonly Dictionary<long, OpenStream> _streams = [];
    private volatile int _count;

    /// <summary>How many are open. Any thread.</summary>
    public int Count => _count;

    /// <summary>Calls the method of a stream.</summary>
    public void Open<T>(long id, StreamSource<T> source, Activation activation)
    {
        _streams.Add(id, new OpenStream<T>(source, activation.Grain));
        _count = _streams.Count;
    }

    /// <summary>The next results of a stream; after the last, or a failure, it is closed.</summary>
    /// <exception cref="EnumerationAbortedException">It is not open here.</exception>
    public async Task<StreamBatch<T>> NextAsync<T>(long id, int batchSize, EmbeddedGrainHost host)
    {
        if (_streams.GetValueOrDefault(id) is not OpenStream<T> stream)
        {
            throw new EnumerationAbortedException(
                "The activation that gave the results has ended, or nobody asked for the next ones for long.");
        }

        var isOpen = false;
        stream.IsAsked = true;
        try
        {
            var batch = await stream.NextAsync(batchSize, host.Options.ResponseTimeout / 2, host.Time);
            isOpen = !batch.IsLast;
            return batch;
        }
        finally
        {
            stream.IsAsked = false;
            stream.LastUsedEpoch = host.Epoch;
            if (!isOpen)
            {
                await CloseAsync(id);
            }
        }
    }

    /// <summary>Closes a stream; does nothing when it is closed.</summary>
    public async Task CloseAsync(long id)
    {
        if (_streams.Remove(id, out var stream))
        {
            _count = _streams.Count;
            await stream.CloseAsync();
        }
    }

    /// <summary>
    /// Tells all streams that no more is wanted: whoever waits for their results is not to wait longer.
    /// </summary>
    public void Cancel()
    {
        foreach (var stream in _streams.Values)
        {
            stream.Cancel();
        }
    }

    /// <summary>Closes those that nobody has asked since the given epoch.</summary>
    public Task CloseAbandonedAsync(int sinceEpoch) => CloseAsync(
        stream => !stream.IsAsked && stream.LastUsedEpoch - sinceEpoch < 0);

    public Task CloseAllAsync() => CloseAsync(_ => true);

    private Task CloseAsync(Func<OpenStream, bool> isOver)
    {
        long[] over = [.. _streams.Where(pair => isOver(pair.Value)).Select(pair => pair.Key)];
        return Task.WhenAll(over.Select(CloseAsync));
    }
}
