using System.Collections.Immutable;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>What is kept of a shard: its register, and how far its log is worked in.</summary>
[GenerateSerializer, Alias("twin.FleetShardState")]
internal sealed class FleetShardState
{
    /// <summary>The number of the last batch of positions that is worked in.</summary>
    [Id(0)]
    public long Sequence { get; set; }

    /// <summary>The vessels as they were then.</summary>
    [Id(1)]
    public ImmutableArray<TrackedVesselState> Vessels { get; set; } = [];

    /// <summary>The other names of vessels.</summary>
    [Id(2)]
    public ImmutableArray<VesselAlias> Aliases { get; set; } = [];

    /// <summary>The entries of the register, oldest first for each vessel; a loader makes none.</summary>
    [Id(3)]
    public ImmutableArray<RegisterEntry> Entries { get; set; } = [];

    /// <summary>How far the log is thinned.</summary>
    [Id(4)]
    public ImmutableArray<ThinningMark> Thinned { get; set; } = [];
}
