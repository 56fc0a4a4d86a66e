using System.Collections.Immutable;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>Asks the feeds and the shards. Safe for any number of threads.</summary>
public static class FleetQuestions
{
    private const int ShardsAtOnce = 16;

    /// <summary>A question for an instant, with what was known then of when feeds were down.</summary>
    public static async Task<FleetQuestion> QuestionAsync(this IGrainFactory grains, DateTimeOffset at)
    {
        var codes = await grains.GetGrain<IFeedDirectoryGrain>(IFeedDirectoryGrain.Key).GetAll();
        var feeds = await Task.WhenAll(codes.Select(code => grains.GetGrain<IFeedGrain>(code).GetCondition()));
        return new FleetQuestion(at, [.. feeds.Select(feed => feed.AsOf(at))]);
    }

    /// <summary>Asks all shards, a few at a time; fails where one cannot answer.</summary>
    public static async Task<IReadOnlyList<T>> AskShardsAsync<T>(
        this IGrainFactory grains, Func<IFleetShardGrain, Task<ImmutableArray<T>>> ask)
    {
        var answers = new List<T>();
        foreach (var some in Enumerable.Range(0, FleetShards.Count).Chunk(ShardsAtOnce))
        {
            var parts = await Task.WhenAll(some.Select(
                shard => ask(grains.GetGrain<IFleetShardGrain>(FleetShards.Key(shard)))));
            answers.AddRange(parts.SelectMany(part => part));
        }

        return answers;
    }
}
