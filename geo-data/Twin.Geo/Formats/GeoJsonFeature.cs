using System.Collections.Immutable;
using System.Text.Json;
using NetTopologySuite.Geometries;

namespace Twin.Geo.Formats;

/// <summary>A GeoJSON feature (RFC 7946 §3.2).</summary>
/// <param name="Id">The id, as text; <c>null</c> where it has none.</param>
/// <param name="Geometry">The geometry in CRS84; <c>null</c> for a feature without one.</param>
/// <param name="Properties">The properties, in the order of the file.</param>
public sealed record GeoJsonFeature(
    string? Id, Geometry? Geometry, ImmutableArray<KeyValuePair<string, JsonElement>> Properties)
{
    /// <summary>The property of that name, or <c>null</c>.</summary>
    public JsonElement? Property(string name)
    {
        foreach (var (key, value) in Properties)
        {
            if (string.Equals(key, name, StringComparison.Ordinal))
            {
                return value;
            }
        }

        return null;
    }
}
