using System.Collections.Concurrent;
using Twin.Grains.Vessels;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>
/// Takes in what comes by a feed, and tells the feed's twin what became of it. Safe for any number of threads.
/// </summary>
internal sealed class PositionDesk(IGrainFactory grains)
{
    private readonly ConcurrentDictionary<string, bool> _feeds = new(StringComparer.Ordinal);

    /// <summary>Takes in reports of one feed; what is accepted is durable when the answer comes.</summary>
    public async Task<FleetReceipt> ReportAsync(
        string feed, IReadOnlyList<PositionReport> reports, int refused, string? lastRefusal)
    {
        if (!_feeds.ContainsKey(feed))
        {
            await grains.GetGrain<IFeedDirectoryGrain>(IFeedDirectoryGrain.Key).Add(feed);
            _feeds[feed] = true;
        }

        var twin = grains.GetGrain<IFeedGrain>(feed);
        var receipt = await grains.ReportAsync(reports, await twin.Seen());
        await twin.Count(new FeedBatch(receipt.Verdicts, refused, lastRefusal));
        return receipt;
    }
}
