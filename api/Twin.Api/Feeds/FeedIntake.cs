using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Twin.Api.Vessels;
using Twin.Model.Vessels;

namespace Twin.Api.Feeds;

/// <summary>
/// Takes in what the senders of one feed send, at the pace of the log: what comes while a batch is written makes the
/// next one. While as much waits as may, senders wait too. Nothing that was taken is given up, but by a stop that lasts
/// too long. Safe for any number of senders.
/// </summary>
internal sealed partial class FeedIntake(
    string feed, PositionDesk desk, FeedMetrics metrics, FeedOptions options, TimeProvider time, ILogger logger)
{
    private const int MaxBatch = 5_000;

    private readonly Channel<FeedItem> _items = Channel.CreateBounded<FeedItem>(
        new BoundedChannelOptions(options.MaxWaiting) { SingleReader = true });

    // One for each feed: its seed need not be secret, only its own.
    private readonly Backoff _backoff = new(TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), new Random(0));

    /// <summary>The feed.</summary>
    public string Feed => feed;

    /// <summary>Takes what a line came to; waits while there is no room.</summary>
    public async ValueTask TakeAsync(FeedItem item, CancellationToken cancellationToken)
    {
        await _items.Writer.WriteAsync(item, cancellationToken);
        metrics.Wait(feed, 1);
    }

    /// <summary>Something went wrong with a connection.</summary>
    public async Task FailAsync(string error)
    {
        metrics.Fail(feed);
        LogError(feed, error);
        try
        {
            await desk.FailAsync(feed, error);
        }
#pragma warning disable CA1031 // The edge of the ingest: that an error could not be counted must not be a second one.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogNotCounted(exception, feed);
        }
    }

    /// <summary>Nothing more will come.</summary>
    public void Complete() => _items.Writer.TryComplete();

    /// <summary>Hands over what comes until nothing more will; <paramref name="abort"/> gives up the rest.</summary>
    public async Task RunAsync(CancellationToken abort)
    {
        var reader = _items.Reader;
        while (await reader.WaitToReadAsync(abort))
        {
            var reports = new List<PositionReport>();
            var refused = 0;
            string? lastRefusal = null;
            var taken = 0;
            for (; taken < MaxBatch && reader.TryRead(out var item); taken++)
            {
                if (item.Report is { } report)
                {
                    reports.Add(report);
                }
                else if (item.Refusal is { } refusal)
                {
                    refused++;
                    lastRefusal = refusal.Detail;
                }
            }

            metrics.Wait(feed, -taken);
            await HandOverAsync(reports, refused, lastRefusal, abort);
        }
    }

    private async Task HandOverAsync(
        List<PositionReport> reports, int refused, string? lastRefusal, CancellationToken abort)
    {
        while (true)
        {
            try
            {
                var receipt = await desk.ReportAsync(feed, reports, refused, lastRefusal);
                _backoff.Reset();
                if (receipt.Full > 0)
                {
                    await FailAsync(FormattableString.Invariant(
                        $"{receipt.Full} reports were of vessels for which there is no room."));
                }

                return;
            }
#pragma warning disable CA1031 // The edge of the ingest: whatever keeps the log from it, the reports are still here.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogHeld(exception, feed, reports.Count);
                await Task.Delay(_backoff.Next(), time, abort);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The feed {Feed}: {Error}")]
    private partial void LogError(string feed, string error);

    [LoggerMessage(2, LogLevel.Warning, "An error of the feed {Feed} could not be counted")]
    private partial void LogNotCounted(Exception exception, string feed);

    [LoggerMessage(3, LogLevel.Warning, "{Reports} reports of the feed {Feed} were not kept; trying again")]
    private partial void LogHeld(Exception exception, string feed, int reports);
}
