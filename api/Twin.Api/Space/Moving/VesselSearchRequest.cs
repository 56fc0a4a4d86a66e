using System.Text.Json;

namespace Twin.Api.Space.Moving;

/// <summary>Where vessels are looked for, and which.</summary>
internal sealed record VesselSearchRequest
{
    /// <summary>
    /// A GeoJSON geometry: a polygon, or with radiusMeters anything. Without one the unit, or the whole earth.
    /// </summary>
    public JsonElement? Geometry { get; init; }

    /// <summary>How far around the geometry, in meters on the ellipsoid; up to 500,000.</summary>
    public double? RadiusMeters { get; init; }

    /// <summary>The URI of the reference system of the geometry; CRS84 by default.</summary>
    public string? Crs { get; init; }

    /// <summary>The code of a unit, instead of a geometry: vessels within its boundaries.</summary>
    public string? Unit { get; init; }

    /// <summary>The day whose boundaries the unit has; today in Vietnam by default.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Only so many, the nearest to the point that the geometry is; 1 to 1,000.</summary>
    public int? Nearest { get; init; }

    /// <summary>id, or along: in their order along the line that the geometry is. id by default.</summary>
    public string? Order { get; init; }

    /// <summary>A filter in CQL2: a string is cql2-text, an object cql2-json.</summary>
    public JsonElement? Filter { get; init; }

    /// <summary>An instant in the past that is wanted, RFC 3339; now by default.</summary>
    public DateTimeOffset? Datetime { get; init; }
}
