using Twin.Embedded.Activations;

namespace Twin.Embedded.Streams;

/// <summary>Asks for the next results of a stream.</summary>
internal sealed class StreamBatchCall<T>(long id, StreamSource<T> source, bool isFirst, int batchSize)
    : StreamCall<StreamBatch<T>>(source.Method)
{
    protected override Task<StreamBatch<T>> StartAsync(Activation activation)
    {
        if (isFirst)
        {
            activation.Streams.Open(id, source, activation);
        }

        return activation.Streams.NextAsync<T>(id, batchSize, activation.Class.Host);
    }
}
