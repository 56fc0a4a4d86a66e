using Twin.Geo.Filters;
using Twin.Model.Space;

namespace Twin.Api.Space.Moving;

/// <summary>Which vessels are looked for, and in which order.</summary>
internal sealed record VesselSearch
{
    /// <summary>Where; everywhere by default.</summary>
    public SearchArea Area { get; init; } = BoxArea.Everywhere;

    /// <summary>From where distances are measured; <c>null</c> for nowhere.</summary>
    public GeoPosition? Center { get; init; }

    /// <summary>How many of the nearest to the center are wanted; <c>null</c> for all in the area.</summary>
    public int? Nearest { get; init; }

    /// <summary>Measures along a line; <c>null</c> where there is none.</summary>
    public LineRuler? Ruler { get; init; }

    /// <summary>Whether they come in their order along the line, and not by id.</summary>
    public bool IsAlong { get; init; }

    /// <summary>The filter; <c>null</c> for none.</summary>
    public Filter? Filter { get; init; }

    /// <summary>What else a vessel must fulfill; <c>null</c> for nothing.</summary>
    public Func<VesselView, bool>? Condition { get; init; }

    /// <summary>Only vessels that were heard at that instant or later; <c>null</c> for all.</summary>
    public DateTimeOffset? HeardSince { get; init; }

    /// <summary>The instant that is wanted; <c>null</c> for now.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>How many at most.</summary>
    public required int Limit { get; init; }

    /// <summary>After which one the page begins; <c>null</c> for the first page.</summary>
    public SearchCursor? After { get; init; }
}
