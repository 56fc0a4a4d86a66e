using System.Net;

namespace Twin.Silo.Tests;

/// <summary>A body that begins to be sent when the server asks for it, and ends when the test says so.</summary>
internal sealed class HeldBody(byte[] start, byte[] end) : HttpContent
{
    private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the server has asked for it and the first part is sent.</summary>
    public Task Asked => _asked.Task;

    /// <summary>Lets the rest be sent.</summary>
    public void Release() => _released.TrySetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync(start);
        await stream.FlushAsync();
        _asked.TrySetResult();
        await _released.Task;
        await stream.WriteAsync(end);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
