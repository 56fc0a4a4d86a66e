using System.Text.Json;
using NetTopologySuite.Geometries;
using Twin.Api.Features;
using Twin.Geo.Formats;
using Twin.Model.Cities;
using Twin.Model.Units;

namespace Twin.Api.Tests;

/// <summary>
/// A map of any city: the root is the square from 106° E, 20° N to 107° E, 21° N, and units side by side, by code,
/// divide the one above into strips of one width, from west to east. No map of the days before 2021.
/// </summary>
internal sealed class DrawnBoundaries(LiveCity city) : IBoundarySource
{
    public static readonly DateOnly FirstDay = new(2021, 1, 1);

    /// <summary>A change of the city: 20002 has another name from 1 December 2026.</summary>
    public const string Renaming =
        """
        {
          "kind": "boundaries", "by": "Lan", "reason": "thử", "dryRun": false,
          "payload": {
            "date": "2026-12-01",
            "operations": [{ "op": "rename", "unit": "20002", "nameVi": "Một", "nameEn": "One" }]
          }
        }
        """;

    private static readonly GeometryFactory Factory = new();

    public ValueTask<ReadOnlyMemory<byte>?> GetGeoJsonAsync(
        DateOnly day, AdministrativeLevel? level, AdministrativeUnitCode? unit, CancellationToken cancellationToken)
    {
        if (day < FirstDay)
        {
            return ValueTask.FromResult<ReadOnlyMemory<byte>?>(null);
        }

        var tree = city.Definition.Tree.On(day);
        var features = new List<GeoJsonFeature>();
        Draw(tree, tree.Roots, new Envelope(106, 107, 20, 21), features);
        return ValueTask.FromResult<ReadOnlyMemory<byte>?>(GeoJsonFeatureWriter.Write(features));
    }

    private static void Draw(
        TreeOfDate tree, IReadOnlyList<AdministrativeUnit> units, Envelope box, List<GeoJsonFeature> features)
    {
        for (var i = 0; i < units.Count; i++)
        {
            var strip = new Envelope(
                box.MinX + (box.Width * i / units.Count),
                box.MinX + (box.Width * (i + 1) / units.Count),
                box.MinY,
                box.MaxY);
            features.Add(new GeoJsonFeature(
                units[i].Code.Value,
                Factory.ToGeometry(strip),
                [new("schematic", JsonSerializer.SerializeToElement(true))]));
            Draw(tree, tree.ChildrenOf(units[i].Code), strip, features);
        }
    }
}
