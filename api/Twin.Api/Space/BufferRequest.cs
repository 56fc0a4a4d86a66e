using System.Text.Json;

namespace Twin.Api.Space;

/// <summary>A geometry and how far around it.</summary>
internal sealed record BufferRequest
{
    /// <summary>Any GeoJSON geometry.</summary>
    public JsonElement? Geometry { get; init; }

    /// <summary>How far the area reaches around it, in meters on the ellipsoid; up to 500,000.</summary>
    public double? RadiusMeters { get; init; }

    /// <summary>The URI of the reference system of the geometry; CRS84 by default. The answer is in CRS84.</summary>
    public string? Crs { get; init; }
}
