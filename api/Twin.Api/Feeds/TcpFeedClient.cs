using System.Net.Sockets;

namespace Twin.Api.Feeds;

/// <summary>Stays connected to one receiver.</summary>
internal sealed class TcpFeedClient(
    FeedAddress address, FeedIntake intake, FeedMetrics metrics, FeedOptions options, TimeProvider time)
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    private readonly Backoff _backoff = new(
        options.ReconnectAfter, options.ReconnectAtMost, new Random(Seed(address.Feed, Environment.MachineName)));

    /// <summary>
    /// Connects, reads, and connects again, until told to stop; then reads what has come until then.
    /// <paramref name="abort"/> leaves the rest.
    /// </summary>
    public async Task RunAsync(CancellationToken stop, CancellationToken abort)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await ReadAsync(stop, abort);
                await Task.Delay(_backoff.Next(), time, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // Told to stop while it waited or connected, or while there was still something to read.
            }
        }
    }

    private async Task ReadAsync(CancellationToken stop, CancellationToken abort)
    {
        var receiver = FormattableString.Invariant($"{address.Host}:{address.Port}");
        try
        {
            using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            await ConnectAsync(socket, stop);
            metrics.Connect(intake.Feed, 1);
            try
            {
                await using var end = FeedConnection.EndOn(socket, stop);
                await using var stream = new NetworkStream(socket, ownsSocket: false);
                var error = await FeedConnection.ReadAsync(
                    stream, receiver, intake, options, time, _backoff.Reset, abort);
                if (!stop.IsCancellationRequested)
                {
                    await intake.FailAsync(error ?? $"{receiver} closed the connection.");
                }
            }
            finally
            {
                metrics.Connect(intake.Feed, -1);
            }
        }
        catch (Exception exception) when (exception is SocketException or IOException or TimeoutException)
        {
            await intake.FailAsync($"{receiver} cannot be read: {exception.Message}");
        }
    }

    private async Task ConnectAsync(Socket socket, CancellationToken stop)
    {
        // The network's time, and not the twin's.
        using var limit = new CancellationTokenSource(ConnectTimeout, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            await socket.ConnectAsync(address.Host, address.Port, either.Token);
        }
        catch (OperationCanceledException exception) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException(
                FormattableString.Invariant($"no answer within {ConnectTimeout.TotalSeconds:0} s."), exception);
        }
    }

    // The same in each run, and another for each receiver and each machine.
    private static int Seed(string feed, string machine)
    {
        var hash = 17;
        foreach (var c in feed + "@" + machine)
        {
            hash = unchecked((hash * 31) + c);
        }

        return hash;
    }
}
