using System.Collections.Immutable;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>
/// Enters vessels so that each is one: what was heard of a radio before anybody said whose it is becomes the vessel's,
/// and the radio's own entry goes. Each step may be taken again, so an entry that failed on the way is entered again.
/// Safe for any number of threads.
/// </summary>
public static class FleetRegister
{
    /// <summary>Enters vessels; gives the outcomes in their order. No vessel may be there twice.</summary>
    public static async Task<ImmutableArray<RegisterOutcome>> EnterAsync(
        this IGrainFactory grains, IReadOnlyList<RegisterEntry> entries)
    {
        var heard = await HeardAsync(grains, [.. entries.Select(entry => NameOf(entry.Vessel)).OfType<VesselId>()]);
        var whole = entries
            .Select(entry => NameOf(entry.Vessel) is { } name
                ? entry with { Heard = heard.GetValueOrDefault(name) }
                : entry)
            .ToArray();
        var outcomes = new RegisterOutcome[whole.Length];
        await Task.WhenAll(Enumerable.Range(0, whole.Length).GroupBy(i => FleetShards.Of(whole[i].Vessel.Id))
            .Select(group => EnterAsync(Shard(grains, group.Key), whole, [.. group], outcomes)));
        await NameAsync(grains, whole, outcomes);
        return [.. outcomes];
    }

    /// <summary>The name that stands for a vessel beside its id; <c>null</c> where there is none.</summary>
    public static VesselId? NameOf(Vessel vessel) =>
        vessel.Mmsi is { } mmsi && VesselId.Of(mmsi) is var name && name != vessel.Id ? name : null;

    private static async Task<Dictionary<VesselId, TrackedVesselState>> HeardAsync(
        IGrainFactory grains, ImmutableArray<VesselId> names)
    {
        var found = await Task.WhenAll(names.GroupBy(FleetShards.Of)
            .Select(group => Shard(grains, group.Key).Heard([.. group])));
        return found.SelectMany(each => each).ToDictionary(state => state.Vessel.Id);
    }

    private static async Task EnterAsync(
        IFleetShardGrain shard, RegisterEntry[] entries, int[] places, RegisterOutcome[] outcomes)
    {
        var answer = await shard.Enter([.. places.Select(i => entries[i])]);
        for (var i = 0; i < places.Length; i++)
        {
            outcomes[places[i]] = answer[i];
        }
    }

    private static async Task NameAsync(IGrainFactory grains, RegisterEntry[] entries, RegisterOutcome[] outcomes)
    {
        var former = outcomes.Select(outcome => outcome.FormerName).OfType<VesselId>();
        await Task.WhenAll(former.GroupBy(FleetShards.Of)
            .Select(group => Shard(grains, group.Key).RemoveNames([.. group])));
        var names = entries.Where((_, i) => outcomes[i] is { IsFull: false, IsStale: false })
            .Select(entry => NameOf(entry.Vessel) is { } name
                ? new VesselAlias(name, entry.Vessel.Id, entry.At)
                : (VesselAlias?)null)
            .OfType<VesselAlias>();
        await Task.WhenAll(names.GroupBy(alias => FleetShards.Of(alias.Name))
            .Select(group => Shard(grains, group.Key).AddNames([.. group])));
    }

    private static IFleetShardGrain Shard(IGrainFactory grains, int shard) =>
        grains.GetGrain<IFleetShardGrain>(FleetShards.Key(shard));
}
