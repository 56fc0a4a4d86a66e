using System.Net;
using System.Net.Sockets;

namespace Twin.Storage.Tests.Support;

/// <summary>
/// A line between the log and the server that can be cut, so that what was sent arrives and what is answered does not.
/// </summary>
internal sealed class CuttableLine : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<TcpClient> _ends = [];
    private readonly Lock _gate = new();
    private readonly int _serverPort;
    private readonly Task _accepting;
    private volatile bool _isMute;

    public CuttableLine(int serverPort)
    {
        _serverPort = serverPort;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>From now on no answer of the server arrives, on the connections that there are.</summary>
    public void Mute() => _isMute = true;

    /// <summary>Breaks the connections that there are; new ones are good.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            // A reset for the client. The server is not told while it works; it reads from the line when it is done.
            _ends.ForEach(end => end.Client.Close(0));
            _ends.Clear();
            _isMute = false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        Cut();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var copies = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                var server = new TcpClient { NoDelay = true };
                client.NoDelay = true;
                await server.ConnectAsync(IPAddress.Loopback, _serverPort, _stop.Token);
                lock (_gate)
                {
                    _ends.AddRange([client, server]);
                }

                copies.Add(CopyAsync(client.GetStream(), server.GetStream(), isAnswer: false));
                copies.Add(CopyAsync(server.GetStream(), client.GetStream(), isAnswer: true));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(copies);
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, bool isAnswer)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReadAsync(buffer, _stop.Token) is > 0 and var count)
            {
                if (!isAnswer || !_isMute)
                {
                    await to.WriteAsync(buffer.AsMemory(0, count), _stop.Token);
                }
            }
        }
        catch (Exception exception) when (
            exception is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // Cut.
        }
    }
}
