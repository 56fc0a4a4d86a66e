using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>The twin of a feed of positions. Keyed by its code.</summary>
public interface IFeedGrain : IGrainWithStringKey
{
    /// <summary>Something came; gives when the feed was down, an outage that this ends included.</summary>
    Task<FeedCondition> Seen();

    /// <summary>Counts what became of it.</summary>
    [OneWay]
    Task Count(FeedBatch batch);

    /// <summary>Something went wrong with a connection of the feed: lost, refused, closed.</summary>
    [OneWay]
    Task Fail(string reason);

    /// <summary>When the feed was down.</summary>
    [AlwaysInterleave]
    Task<FeedCondition> GetCondition();

    /// <summary>The feed as it stands.</summary>
    [AlwaysInterleave]
    Task<FeedStanding> GetStanding();
}
