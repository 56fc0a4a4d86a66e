using System.Collections.Immutable;

namespace Twin.Grains.Vessels;

/// <summary>Keeps which feeds there are.</summary>
internal sealed class FeedDirectoryGrain(
    [PersistentState("feeds", "Default")] IPersistentState<FeedDirectoryState> kept) : Grain, IFeedDirectoryGrain
{
    public async Task<bool> Add(string feed)
    {
        if (kept.State.Feeds.Contains(feed, StringComparer.Ordinal))
        {
            return true;
        }

        if (kept.State.Feeds.Length >= IFeedDirectoryGrain.MaxFeeds)
        {
            return false;
        }

        kept.State.Feeds = [.. kept.State.Feeds.Append(feed).Order(StringComparer.Ordinal)];
        try
        {
            await kept.WriteStateAsync();
            return true;
        }
        catch
        {
            this.DeactivateOnIdle();
            throw;
        }
    }

    public Task<ImmutableArray<string>> GetAll() => Task.FromResult(kept.State.Feeds);
}
