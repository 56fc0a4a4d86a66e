using System.Net.Sockets;
using Twin.Api.Observations;

namespace Twin.Api.Feeds;

/// <summary>Reads one stream of lines to its end.</summary>
internal static class FeedConnection
{
    // So many lines are taken apart before they are handed on: what one connection holds of the process.
    private const int MaxLinesHeld = 1_000;

    private static readonly TimeSpan SignOfLife = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Ends the reading of a connection when the program is told to stop: what has come until then is still read, and
    /// then the stream ends.
    /// </summary>
    public static CancellationTokenRegistration EndOn(Socket socket, CancellationToken stop) => stop.Register(() =>
    {
        try
        {
            socket.Shutdown(SocketShutdown.Receive);
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // It was gone already.
        }
    });

    /// <summary>Reads until the stream ends, or until it is no use.</summary>
    /// <returns>Why it was left; <c>null</c> where it ended by itself, or because of the token.</returns>
    public static async Task<string?> ReadAsync(
        Stream stream,
        string sender,
        FeedIntake intake,
        FeedOptions options,
        TimeProvider time,
        Action onLine,
        CancellationToken cancellationToken)
    {
        using var idle = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(idle.Token, cancellationToken);
        using var lines = new LineReader(stream, options.MaxLineBytes, hash: null);
        var reader = new FeedLines(intake.Feed, sender, time);
        var items = new List<FeedItem>();
        var (lastLine, lastSign, bad) = (time.GetTimestamp(), (long?)null, 0);
        while (true)
        {
            var left = options.IdleTimeout - time.GetElapsedTime(lastLine);
            idle.CancelAfter(left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1));
            try
            {
                if (!await lines.FillAsync(either.Token))
                {
                    return null;
                }
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return FormattableString.Invariant(
                    $"{sender} sent no whole line for {options.IdleTimeout.TotalSeconds:0.#} s and was left.");
            }

            // What follows may wait for the log, which is not the sender's fault.
            idle.CancelAfter(Timeout.InfiniteTimeSpan);
            while (reader.Read(lines, items, MaxLinesHeld) > 0)
            {
                onLine();
                foreach (var item in items)
                {
                    bad = item.Refusal is null ? 0 : bad + 1;
                    if (bad > options.MaxBadLines)
                    {
                        return FormattableString.Invariant($"{sender} sent {bad} lines that are no reports.");
                    }

                    await PassOnAsync(item);
                }

                items.Clear();
                lastLine = time.GetTimestamp();
            }
        }

        async ValueTask PassOnAsync(FeedItem item)
        {
            if (item is { Report: null, Refusal: null })
            {
                if (lastSign is { } sign && time.GetElapsedTime(sign) < SignOfLife)
                {
                    return;
                }

                lastSign = time.GetTimestamp();
            }

            await intake.TakeAsync(item, cancellationToken);
        }
    }
}
