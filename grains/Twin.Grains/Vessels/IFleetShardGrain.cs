using System.Collections.Immutable;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>
/// The vessels of one shard: docs/adr/0070. Keyed by the shard's number, 0 to <see cref="FleetShards.Count"/> - 1.
/// </summary>
/// <remarks>
/// Questions interleave: they look at what is applied and change nothing, and a shard that waits for a commit must
/// still be read.
/// </remarks>
public interface IFleetShardGrain : IGrainWithStringKey
{
    /// <summary>The most reports of a track that are given at once.</summary>
    const int MaxTrack = 100_000;

    /// <summary>The most reports of each track where several are given.</summary>
    const int MaxTrackOfSeveral = 10_000;

    /// <summary>
    /// Takes in reports: what is plausible is durable and applied when the answer comes, in the order of the reports.
    /// </summary>
    Task<ImmutableArray<PositionOutcome>> Report(PositionsMessage message);

    /// <summary>Enters vessels, or gives them other papers; gives those for which there was no room.</summary>
    Task<ImmutableArray<VesselId>> Register(ImmutableArray<Vessel> vessels);

    /// <summary>
    /// Enters vessels with who and when, takes over what was heard of their radios, and gives the outcomes in order.
    /// </summary>
    Task<ImmutableArray<RegisterOutcome>> Enter(ImmutableArray<RegisterEntry> entries);

    /// <summary>The entries of a vessel, oldest first.</summary>
    [AlwaysInterleave]
    Task<ImmutableArray<RegisterEntry>> Entries(VesselId id);

    /// <summary>What was heard of those among the names that nobody registered.</summary>
    [AlwaysInterleave]
    Task<ImmutableArray<TrackedVesselState>> Heard(ImmutableArray<VesselId> names);

    /// <summary>Lets names stand for nothing but themselves again.</summary>
    Task RemoveNames(ImmutableArray<VesselId> names);

    /// <summary>Lets names stand for vessels, which may be in other shards.</summary>
    Task AddNames(ImmutableArray<VesselAlias> aliases);

    /// <summary>
    /// Waits until the cells were told of everything that was reported before, as far as they can be reached, and gives
    /// the cells in which vessels of the shard are.
    /// </summary>
    [AlwaysInterleave]
    Task<ImmutableArray<FleetCell>> SettleCells();

    /// <summary>
    /// What a cell must be told that holds a version; <c>null</c> where it holds everything. Interleaves, for the shard
    /// may be telling the cell at that moment; versions keep the two apart.
    /// </summary>
    [AlwaysInterleave]
    Task<CellUpdate?> CompareCell(FleetCell cell, long epoch, long version);

    /// <summary>The vessel that a name stands for; <c>null</c> where nobody knows it here.</summary>
    [AlwaysInterleave]
    Task<VesselId?> Resolve(VesselId name);

    /// <summary>A vessel as it stands; <c>null</c> where nobody knows it here.</summary>
    [AlwaysInterleave]
    Task<VesselStanding?> Find(VesselId id, FleetQuestion question);

    /// <summary>The vessels as they stand, in order of their ids.</summary>
    [AlwaysInterleave]
    Task<ImmutableArray<VesselStanding>> List(FleetQuestion question);

    /// <summary>
    /// The vessels that have a position as they are drawn; with an instant those alone that changed since, or all where
    /// this activation has not been here so long.
    /// </summary>
    [AlwaysInterleave]
    Task<FleetMarks> Marks(FleetQuestion question, DateTimeOffset? since);

    /// <summary>
    /// The vessels as they stood by what was recorded until an instant, in order of their ids: read from the log.
    /// </summary>
    [AlwaysInterleave]
    Task<ImmutableArray<VesselStanding>> ListAsOf(FleetQuestion question);

    /// <summary>The vessels counted by group as they stand.</summary>
    [AlwaysInterleave]
    Task<ImmutableArray<FleetCount>> Tally(FleetQuestion question);

    /// <summary>
    /// The vessels counted by group as they stood by what was recorded until an instant: read from the log.
    /// </summary>
    [AlwaysInterleave]
    Task<ImmutableArray<FleetCount>> TallyAsOf(FleetQuestion question);

    /// <summary>
    /// Leaves out reports that were recorded before an instant, but for the first and last of a vessel in each span, or
    /// all where there is none; a piece of the log at a time. Interleaves: it changes nothing of what is applied.
    /// </summary>
    [AlwaysInterleave]
    Task<ThinningAnswer> Thin(DateTimeOffset before, TimeSpan? every);

    /// <summary>The episodes that last, of all its vessels.</summary>
    [AlwaysInterleave]
    Task<ImmutableArray<VesselConcern>> Concerns(FleetQuestion question);

    /// <summary>Where a vessel went: read from the log.</summary>
    [AlwaysInterleave]
    Task<TrackAnswer> Track(TrackQuestion question);

    /// <summary>Where all vessels went that were in an area, in order of their ids: read from the log.</summary>
    [AlwaysInterleave]
    Task<ImmutableArray<VesselTrack>> Tracks(TracksQuestion question);
}
