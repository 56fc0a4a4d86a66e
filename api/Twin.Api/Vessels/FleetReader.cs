using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Api.Statistics;
using Twin.Grains.Vessels;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>Asks the shards of the fleet. Safe for any number of threads.</summary>
internal sealed class FleetReader(IGrainFactory grains, TimeProvider time, IOptions<TwinApiOptions> options)
{
    private static readonly ImmutableArray<int> Shards = [.. Enumerable.Range(0, FleetShards.Count)];

    /// <summary>The vessels as they stand, in order of their ids.</summary>
    public Task<IReadOnlyList<VesselStanding>> ListAsync(CancellationToken cancellationToken) =>
        ListAsync(null, cancellationToken);

    /// <summary>The vessels in order of their ids: as they stand, or as they stood by what was recorded then.</summary>
    public async Task<IReadOnlyList<VesselStanding>> ListAsync(
        DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var question = await grains.QuestionAsync(asOf ?? time.GetUtcNow());
        var all = await FanOut.AskAsync(
            Shards,
            options.Value.MaxGrainCalls,
            shard => asOf is null ? Shard(shard).List(question) : Shard(shard).ListAsOf(question),
            cancellationToken);
        return [.. all.SelectMany(each => each).OrderBy(standing => standing.Vessel.Id)];
    }

    /// <summary>
    /// The vessels that have a position, as they are drawn; with an instant those alone that changed since.
    /// </summary>
    public async Task<FleetMarks> MarksAsync(
        DateTimeOffset at, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var question = await grains.QuestionAsync(at);
        var all = await FanOut.AskAsync(
            Shards, options.Value.MaxGrainCalls, shard => Shard(shard).Marks(question, since), cancellationToken);
        return new FleetMarks(
            [.. all.SelectMany(each => each.Marks).OrderBy(mark => mark.Id)], [.. all.SelectMany(each => each.Gone)]);
    }

    /// <summary>The vessels counted by group: as they stand, or as they stood by what was recorded then.</summary>
    public async Task<IReadOnlyList<FleetCount>> TallyAsync(
        DateTimeOffset? asOf, CancellationToken cancellationToken)
    {
        var question = await grains.QuestionAsync(asOf ?? time.GetUtcNow());
        var all = await FanOut.AskAsync(
            Shards,
            options.Value.MaxGrainCalls,
            shard => asOf is null ? Shard(shard).Tally(question) : Shard(shard).TallyAsOf(question),
            cancellationToken);
        return [.. all.SelectMany(each => each)];
    }

    /// <summary>The id of the vessel that a registration number or an MMSI stands for; or <c>null</c>.</summary>
    public async Task<VesselId?> ResolveAsync(string name) =>
        VesselId.TryParse(name, out var id) ? await Shard(FleetShards.Of(id)).Resolve(id) : null;

    /// <summary>The vessel that a registration number or an MMSI stands for; or <c>null</c>.</summary>
    public async Task<VesselStanding?> FindAsync(VesselId name)
    {
        if (await Shard(FleetShards.Of(name)).Resolve(name) is not { } id)
        {
            return null;
        }

        var question = await grains.QuestionAsync(time.GetUtcNow());
        return await Shard(FleetShards.Of(id)).Find(id, question);
    }

    /// <summary>Where a vessel went, also while its radio was all that was known of it.</summary>
    public async Task<TrackAnswer> TrackAsync(Vessel vessel, DateTimeOffset from, DateTimeOffset to)
    {
        var own = TrackAsync(vessel.Id, from, to);
        if (FleetRegister.NameOf(vessel) is not { } name)
        {
            return await own;
        }

        return Whole(vessel.Id, [await own, await TrackAsync(name, from, to)]);
    }

    /// <summary>Where those among some vessels went that were in an area, in order of their ids.</summary>
    public async Task<IReadOnlyList<VesselTrack>> TracksAsync(
        IReadOnlyList<Vessel> vessels, TracksQuestion question, CancellationToken cancellationToken)
    {
        var wanted = new Dictionary<VesselId, VesselId>();
        foreach (var vessel in vessels)
        {
            wanted[vessel.Id] = vessel.Id;
            if (FleetRegister.NameOf(vessel) is { } name)
            {
                wanted[name] = vessel.Id;
            }
        }

        var all = await FanOut.AskAsync(
            Shards, options.Value.MaxGrainCalls, shard => Shard(shard).Tracks(question), cancellationToken);
        // A vessel that was registered in the meantime has a part of its track under the name of its radio.
        return
        [
            .. all.SelectMany(each => each).Where(track => wanted.ContainsKey(track.Vessel))
                .GroupBy(track => wanted[track.Vessel])
                .Select(parts => new VesselTrack(parts.Key, Whole(parts.Key, [.. parts.Select(part => part.Track)])))
                .OrderBy(track => track.Vessel),
        ];
    }

    /// <summary>The feeds as they stand, by code.</summary>
    public async Task<IReadOnlyList<FeedStanding>> FeedsAsync(CancellationToken cancellationToken)
    {
        var codes = await grains.GetGrain<IFeedDirectoryGrain>(IFeedDirectoryGrain.Key).GetAll();
        return await FanOut.AskAsync(
            codes,
            options.Value.MaxGrainCalls,
            code => grains.GetGrain<IFeedGrain>(code).GetStanding(),
            cancellationToken);
    }

    private static TrackAnswer Whole(VesselId id, IReadOnlyList<TrackAnswer> parts) => parts is [var only]
        ? only
        : new TrackAnswer(
            [
                .. parts.SelectMany(part => part.Reports).Select(report => report with { Vessel = id })
                    .OrderBy(report => report.PhenomenonTime),
            ],
            parts.Any(part => part.IsCut));

    private Task<TrackAnswer> TrackAsync(VesselId id, DateTimeOffset from, DateTimeOffset to) =>
        Shard(FleetShards.Of(id)).Track(new TrackQuestion(id, from, to));

    private IFleetShardGrain Shard(int shard) => grains.GetGrain<IFleetShardGrain>(FleetShards.Key(shard));
}
