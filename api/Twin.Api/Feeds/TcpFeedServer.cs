using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Twin.Api.Feeds;

/// <summary>Takes connections of senders.</summary>
internal sealed class TcpFeedServer(
    IPEndPoint address, SenderList senders, FeedIntake intake, FeedMetrics metrics, FeedOptions options,
    TimeProvider time) : IDisposable
{
    private readonly TcpListener _listener = new(address);
    private readonly ConcurrentDictionary<Socket, (IPAddress Sender, Task Task)> _connections = [];

    /// <summary>Where it listens, once it does.</summary>
    public IPEndPoint EndPoint => (IPEndPoint)_listener.LocalEndpoint;

    /// <summary>Takes the address; throws where another has it.</summary>
    public void Listen() => _listener.Start();

    /// <summary>
    /// Takes connections until told to stop, and then reads to its end what they have sent until then.
    /// <paramref name="abort"/> leaves the rest.
    /// </summary>
    public async Task RunAsync(CancellationToken stop, CancellationToken abort)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var socket = await _listener.AcceptSocketAsync(stop);
                var sender = SenderList.Plain(((IPEndPoint)socket.RemoteEndPoint!).Address); // A connected one has one.
                if (Refuse(sender) is { } error)
                {
                    socket.Dispose();
                    await intake.FailAsync(error);
                    continue;
                }

                Enter(socket, sender, stop, abort);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                break;
            }
            catch (SocketException exception)
            {
                // The sender was gone before it was taken, or there are no more sockets: the next may fare better.
                await intake.FailAsync(exception.Message);
                await Task.Delay(TimeSpan.FromMilliseconds(100), time, CancellationToken.None);
            }
        }

        _listener.Stop();
        await Task.WhenAll(_connections.Values.Select(connection => connection.Task));
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();

    private string? Refuse(IPAddress sender)
    {
        if (!senders.Allows(sender))
        {
            return FormattableString.Invariant($"{sender} may not send and was turned away.");
        }

        return _connections.Count >= options.MaxConnections
            || _connections.Values.Count(one => one.Sender.Equals(sender)) >= options.MaxConnectionsPerAddress
            ? FormattableString.Invariant($"{sender} was turned away: there are as many connections as may be.")
            : null;
    }

    private void Enter(Socket socket, IPAddress sender, CancellationToken stop, CancellationToken abort)
    {
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _connections[socket] = (sender, ServeAsync(socket, sender.ToString(), entered.Task, stop, abort));
        entered.SetResult();
    }

    private async Task ServeAsync(
        Socket socket, string sender, Task entered, CancellationToken stop, CancellationToken abort)
    {
        await entered; // So that it cannot leave before it is entered.
        metrics.Connect(intake.Feed, 1);
        string? error;
        try
        {
            await using var end = FeedConnection.EndOn(socket, stop);
            await using var stream = new NetworkStream(socket, ownsSocket: true);
            error = await FeedConnection.ReadAsync(
                stream, sender, intake, options, time, static () => { }, abort);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            error = $"The connection of {sender} broke: {exception.Message}";
        }
        finally
        {
            metrics.Connect(intake.Feed, -1);
            _connections.TryRemove(socket, out _);
        }

        // Told when the connection is closed, so that it does not wait for it.
        if (error is not null)
        {
            await intake.FailAsync(error);
        }
    }
}
