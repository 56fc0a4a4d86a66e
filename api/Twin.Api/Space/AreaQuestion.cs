using NetTopologySuite.Geometries;
using Twin.Model.Boundaries;
using Twin.Model.Indicators;
using Twin.Model.Time;

namespace Twin.Api.Space;

/// <summary>What is asked about an area.</summary>
internal sealed record AreaQuestion
{
    /// <summary>The area, in CRS84.</summary>
    public required Geometry Area { get; init; }

    /// <summary>The day whose units are listed; <c>null</c> for the period's last, or today.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>The indicators wanted.</summary>
    public required IReadOnlyList<Indicator> Indicators { get; init; }

    /// <summary>The period; <c>null</c> for the latest with data.</summary>
    public required TimePeriod? Period { get; init; }

    /// <summary>What divides a unit that the area cuts.</summary>
    public required ShareWeight Weight { get; init; }

    /// <summary>The instant whose vessels are counted; <c>null</c> for now.</summary>
    public required DateTimeOffset? At { get; init; }
}
