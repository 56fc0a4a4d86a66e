using System.Net;
using System.Net.Sockets;
using Twin.Api.Observations;

namespace Twin.Api.Feeds;

/// <summary>
/// Takes datagrams of whole lines. While the feed has no room nothing is read, and what the kernel cannot hold is lost:
/// UDP promises no more. For one thread.
/// </summary>
internal sealed class UdpFeedServer(
    IPEndPoint address, SenderList senders, FeedIntake intake, FeedOptions options, TimeProvider time) : IDisposable
{
    private const int MaxDatagramBytes = 65_536;
    private const int KernelBufferBytes = 4 << 20;

    private static readonly TimeSpan ToldAgain = TimeSpan.FromMinutes(1);

    private readonly Socket _socket = new(address.AddressFamily, SocketType.Dgram, ProtocolType.Udp)
    {
        ReceiveBufferSize = KernelBufferBytes,
    };

    // Each sender's parts of long messages are joined by themselves; the one silent longest gives way.
    private readonly Dictionary<IPEndPoint, (FeedLines Lines, long Used)> _senders = [];
    private readonly byte[] _buffer = new byte[MaxDatagramBytes];
    private readonly List<FeedItem> _items = [];
    private long? _toldAt;

    /// <summary>Where it listens, once it does.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)_socket.LocalEndPoint!; // Bound first.

    /// <summary>Takes the address; throws where another has it.</summary>
    public void Listen() => _socket.Bind(address);

    /// <summary>Takes datagrams until told to stop, and then those that have come until then.</summary>
    public async Task RunAsync(CancellationToken stop, CancellationToken abort)
    {
        var anyone = new IPEndPoint(address.Address, 0);
        while (!abort.IsCancellationRequested && (!stop.IsCancellationRequested || _socket.Available > 0))
        {
            try
            {
                var received = await _socket.ReceiveFromAsync(
                    _buffer, SocketFlags.None, anyone, stop.IsCancellationRequested ? abort : stop);
                await TakeAsync(received.ReceivedBytes, (IPEndPoint)received.RemoteEndPoint, abort);
            }
            catch (OperationCanceledException)
            {
                // Told to stop; what has come is looked at once more.
            }
            catch (SocketException exception)
            {
                await intake.FailAsync(exception.Message);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private async Task TakeAsync(int length, IPEndPoint from, CancellationToken abort)
    {
        if (!senders.Allows(from.Address))
        {
            await TurnAwayAsync(from);
            return;
        }

        using var lines = new LineReader(
            new MemoryStream(_buffer, 0, length, writable: false), options.MaxLineBytes, hash: null);
        var reader = LinesOf(from);
        _items.Clear();
        while (await lines.FillAsync(abort))
        {
            reader.Read(lines, _items, int.MaxValue);
        }

        foreach (var item in _items)
        {
            await intake.TakeAsync(item, abort);
        }
    }

    private FeedLines LinesOf(IPEndPoint from)
    {
        if (!_senders.TryGetValue(from, out var known))
        {
            if (_senders.Count >= options.MaxConnections)
            {
                _senders.Remove(_senders.MinBy(pair => pair.Value.Used).Key);
            }

            known.Lines = new FeedLines(intake.Feed, SenderList.Plain(from.Address).ToString(), time);
        }

        _senders[from] = (known.Lines, time.GetTimestamp());
        return known.Lines;
    }

    // Whoever may not send could fill the log with it.
    private async Task TurnAwayAsync(IPEndPoint from)
    {
        if (_toldAt is not { } told || time.GetElapsedTime(told) >= ToldAgain)
        {
            _toldAt = time.GetTimestamp();
            await intake.FailAsync(
                FormattableString.Invariant($"{SenderList.Plain(from.Address)} may not send and was not heard."));
        }
    }
}
