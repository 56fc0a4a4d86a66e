using System.Collections.Immutable;
using System.Text.Json;
using Twin.Geo.Formats;

namespace Twin.Geo.Schematic;

/// <summary>The schematic shapes of all units that stand from one day to another.</summary>
/// <param name="ValidFrom">The first day.</param>
/// <param name="ValidTo">The last day; <c>null</c> while they stand.</param>
/// <param name="Features">One for each unit, by level and then code.</param>
public sealed record SchematicBoundarySet(
    DateOnly ValidFrom, DateOnly? ValidTo, ImmutableArray<SchematicFeature> Features)
{
    /// <summary>The set as a GeoJSON feature collection in UTF-8, a feature a line; always the same bytes.</summary>
    public byte[] ToGeoJson() => GeoJsonFeatureWriter.Write(
        Features.Select(feature => new GeoJsonFeature(
            feature.Code.Value,
            feature.Geometry,
            [
                new("code", JsonSerializer.SerializeToElement(feature.Code.Value)),
                new("level", JsonSerializer.SerializeToElement(LevelName(feature.Level))),
                new("schematic", JsonSerializer.SerializeToElement(true)),
            ])));

    private static string LevelName(Model.Units.AdministrativeLevel level) =>
        JsonNamingPolicy.CamelCase.ConvertName(level.ToString());
}
