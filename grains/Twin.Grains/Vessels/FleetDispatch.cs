using System.Collections.Immutable;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>Hands reports and registrations to the shards of their vessels. Safe for any number of threads.</summary>
public static class FleetDispatch
{
    private static readonly int Verdicts = Enum.GetValues<PositionVerdict>().Length;

    /// <summary>
    /// Takes in reports of one feed; what is accepted is durable when the answer comes. Reports of one vessel are
    /// judged in their order.
    /// </summary>
    public static async Task<FleetReceipt> ReportAsync(
        this IGrainFactory grains, IReadOnlyList<PositionReport> reports, FeedCondition condition)
    {
        var verdicts = new long[Verdicts];
        var (moved, full) = await SendAsync(grains, reports, condition, verdicts);
        if (moved.Count > 0)
        {
            // Names of vessels that have another one: the shards of the names have said which.
            full += (await SendAsync(grains, moved, condition, verdicts)).Full;
        }

        return new FleetReceipt([.. verdicts], full);
    }

    /// <summary>
    /// Enters vessels, or gives them other papers, and lets their MMSIs stand for them; gives those for which there was
    /// no room.
    /// </summary>
    public static async Task<ImmutableArray<VesselId>> RegisterAsync(
        this IGrainFactory grains, IReadOnlyList<Vessel> vessels)
    {
        var refused = await Task.WhenAll(vessels.GroupBy(vessel => FleetShards.Of(vessel.Id))
            .Select(group => Shard(grains, group.Key).Register([.. group])));
        var aliases = vessels.Where(vessel => vessel.Mmsi is { } mmsi && VesselId.Of(mmsi) != vessel.Id)
            .Select(vessel => new VesselAlias(VesselId.Of(vessel.Mmsi!.Value), vessel.Id)); // Those without were left.
        await Task.WhenAll(aliases.GroupBy(alias => FleetShards.Of(alias.Name))
            .Select(group => Shard(grains, group.Key).AddNames([.. group])));
        return [.. refused.SelectMany(each => each)];
    }

    private static async Task<(List<PositionReport> Moved, long Full)> SendAsync(
        IGrainFactory grains, IReadOnlyList<PositionReport> reports, FeedCondition condition, long[] verdicts)
    {
        var byShard = new List<PositionReport>?[FleetShards.Count];
        foreach (var report in reports)
        {
            (byShard[FleetShards.Of(report.Vessel)] ??= []).Add(report);
        }

        var sent = byShard.Select((some, shard) => (some, shard)).Where(one => one.some is not null)
            .Select(one => SendAsync(Shard(grains, one.shard), one.some!, condition)); // Those without were left out.
        var moved = new List<PositionReport>();
        var full = 0L;
        foreach (var (part, outcomes) in (await Task.WhenAll(sent)).SelectMany(each => each))
        {
            for (var i = 0; i < part.Length; i++)
            {
                if (outcomes[i].MovedTo is { } vessel)
                {
                    moved.Add(part[i] with { Vessel = vessel });
                }
                else if (outcomes[i].Verdict is { } verdict)
                {
                    verdicts[(int)verdict]++;
                }
                else
                {
                    full++;
                }
            }
        }

        return (moved, full);
    }

    private static async Task<List<(PositionReport[] Part, ImmutableArray<PositionOutcome> Outcomes)>> SendAsync(
        IFleetShardGrain shard, List<PositionReport> reports, FeedCondition condition)
    {
        var sent = new List<(PositionReport[], ImmutableArray<PositionOutcome>)>();
        foreach (var part in reports.Chunk(PositionBatch.MaxReports))
        {
            sent.Add((part, await shard.Report(new PositionsMessage([.. part], condition))));
        }

        return sent;
    }

    private static IFleetShardGrain Shard(IGrainFactory grains, int shard) =>
        grains.GetGrain<IFleetShardGrain>(FleetShards.Key(shard));
}
