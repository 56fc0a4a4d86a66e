using System.Text.Json;

namespace Twin.Api.Space;

/// <summary>An area that somebody has drawn, and what is asked about it.</summary>
internal sealed record AreaRequest
{
    /// <summary>A GeoJSON geometry: a polygon, or with radiusMeters anything. Without one a unit or a place.</summary>
    public JsonElement? Geometry { get; init; }

    /// <summary>The code of a unit, instead of a geometry: its ground on the day.</summary>
    public string? Unit { get; init; }

    /// <summary>
    /// A place, instead of a geometry, as its layer and id: zones/Z-1, or with radiusMeters routes/R-1.
    /// </summary>
    public string? Place { get; init; }

    /// <summary>How far around the geometry the area reaches, in meters on the ellipsoid; up to 500,000.</summary>
    public double? RadiusMeters { get; init; }

    /// <summary>The URI of the reference system of the geometry; CRS84 by default.</summary>
    public string? Crs { get; init; }

    /// <summary>The day whose units are listed; the period's last day, or today in Vietnam, by default.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The codes of the indicators wanted; at most 20, none by default.</summary>
    public IReadOnlyList<string>? Indicators { get; init; }

    /// <summary>
    /// What divides the figures of a unit that the area cuts: population, where the units below it have one, or area;
    /// population by default.
    /// </summary>
    public string? Weight { get; init; }

    /// <summary>The instant whose vessels are counted, RFC 3339, not in the future; now by default.</summary>
    public DateTimeOffset? Datetime { get; init; }

    /// <summary>An SDMX time period; by default the latest with data, of each indicator.</summary>
    public string? Period { get; init; }
}
