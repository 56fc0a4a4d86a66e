using System.Collections.Immutable;

namespace Twin.Model.Vessels;

/// <summary>What is kept of a vessel, so that its log need not be read from the beginning.</summary>
public sealed record TrackedVesselState
{
    /// <summary>Its papers.</summary>
    public required Vessel Vessel { get; init; }

    /// <summary>Its last accepted report.</summary>
    public PositionReport? Last { get; init; }

    /// <summary>Its last jump since then.</summary>
    public PositionReport? Suspect { get; init; }

    /// <summary>How many episodes have ended.</summary>
    public int EpisodeCount { get; init; }

    /// <summary>The last of them.</summary>
    public ImmutableArray<ContactEpisode> Episodes { get; init; } = [];

    /// <summary>How many reports had each verdict.</summary>
    public ImmutableArray<int> Counts { get; init; } = [];

    /// <summary>Its stay by distance from the coast, or in a port.</summary>
    public ZoneStay? Belt { get; init; }

    /// <summary>Its stay in a closed area.</summary>
    public ZoneStay? Closed { get; init; }
}
