using Twin.Embedded.Activations;
using Twin.Embedded.Calls;
using Twin.Embedded.Proxies;

namespace Twin.Embedded.Streams;

/// <summary>Ends a stream before its end.</summary>
internal sealed class StreamCloseCall(long id, GrainMethod method) : StreamCall<NoResult>(method)
{
    protected override async Task<NoResult> StartAsync(Activation activation)
    {
        await activation.Streams.CloseAsync(id);
        return default;
    }
}
