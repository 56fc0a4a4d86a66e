using System.Collections.Concurrent;
using Twin.Api.Feeds;
using Twin.Grains.Vessels;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>
/// Takes in what comes by a feed, and tells the feed's twin what became of it. Safe for any number of threads.
/// </summary>
internal sealed class PositionDesk(IGrainFactory grains, FeedMetrics metrics, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, bool> _feeds = new(StringComparer.Ordinal);

    /// <summary>Takes in reports of one feed; what is accepted is durable when the answer comes.</summary>
    public async Task<FleetReceipt> ReportAsync(
        string feed, IReadOnlyList<PositionReport> reports, int refused, string? lastRefusal)
    {
        await EnterAsync(feed);
        var twin = grains.GetGrain<IFeedGrain>(feed);
        var lagSeconds = LagOf(reports);
        var receipt = await grains.ReportAsync(reports, await twin.Seen());
        metrics.Count(feed, receipt.Verdicts, refused, reports.Count > 0 ? lagSeconds / reports.Count : null);
        await twin.Count(new FeedBatch(
            receipt.Verdicts, refused, lastRefusal, lagSeconds, NewestOf(reports)));
        return receipt;
    }

    /// <summary>Tells the feed's twin what went wrong with a connection.</summary>
    public async Task FailAsync(string feed, string error)
    {
        await EnterAsync(feed);
        await grains.GetGrain<IFeedGrain>(feed).Fail(error);
    }

    private async Task EnterAsync(string feed)
    {
        if (!_feeds.ContainsKey(feed))
        {
            await grains.GetGrain<IFeedDirectoryGrain>(IFeedDirectoryGrain.Key).Add(feed);
            _feeds[feed] = true;
        }
    }

    private DateTimeOffset? NewestOf(IReadOnlyList<PositionReport> reports)
    {
        var latest = time.GetUtcNow() + PositionSieve.ClockTolerance;
        return reports.Where(report => report.PhenomenonTime <= latest)
            .Max(report => (DateTimeOffset?)report.PhenomenonTime);
    }

    /// <summary>How old the reports are, in seconds and all together; those from the future are not.</summary>
    private double LagOf(IReadOnlyList<PositionReport> reports)
    {
        // No TimeSpan: a file of years holds more of them together than one can.
        var now = time.GetUtcNow();
        return reports.Sum(report => Math.Max(0, (now - report.PhenomenonTime).TotalSeconds));
    }
}
