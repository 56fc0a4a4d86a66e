using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Twin.Api.Features;
using Twin.Api.Hosting;
using Twin.Geo.Formats;
using Twin.Model.Cities;
using Twin.Model.Units;

namespace Twin.Api.Space;

/// <summary>
/// The layer of units of any day, made once for each tree of units and forgotten with it. Safe for any number of
/// threads.
/// </summary>
internal sealed class UnitLayers(LiveCity city, IBoundarySource source, IOptions<TwinApiOptions> options)
{
    // A tree is one object for as long as the city's units stay as they are.
    private readonly ConditionalWeakTable<TreeOfDate, Mapped> _layers = [];

    /// <summary>The units that stand on a day; without shapes where no map has that day.</summary>
    public async ValueTask<UnitLayer> OnAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var tree = city.Definition.Tree.On(day);
        // Maps may begin in the middle of a tree's time: a day on which there is one says nothing about those before.
        if (_layers.TryGetValue(tree, out var known) && day >= known.From)
        {
            return known.Layer;
        }

        var geoJson = await source.GetGeoJsonAsync(day, null, null, cancellationToken);
        if (geoJson is null)
        {
            return Make(tree, null);
        }

        var made = new Mapped(known?.Layer ?? Make(tree, geoJson), day);
        _layers.AddOrUpdate(tree, made);
        return made.Layer;
    }

    private UnitLayer Make(TreeOfDate tree, ReadOnlyMemory<byte>? geoJson)
    {
        var shapes = new Dictionary<string, GeoJsonFeature>(StringComparer.Ordinal);
        if (geoJson is { } bytes)
        {
            if (!GeoJsonFeatureReader.TryRead(bytes, out var features, out var refusal))
            {
                throw new InvalidDataException(refusal.Detail);
            }

            foreach (var feature in features)
            {
                shapes[feature.Id ?? string.Empty] = feature;
            }
        }

        return new UnitLayer(tree, tree.Units.Select(unit => ToFeature(unit, shapes)), options.Value.MaxTilesKept);
    }

    private static UnitFeature ToFeature(AdministrativeUnit unit, Dictionary<string, GeoJsonFeature> shapes) =>
        shapes.TryGetValue(unit.Code.Value, out var shape)
            ? new UnitFeature(
                unit, shape.Geometry, shape.Property("schematic") is { ValueKind: JsonValueKind.True })
            : new UnitFeature(unit, null, false);

    /// <summary>A layer with shapes, and a day from which on they are known to stand.</summary>
    private sealed record Mapped(UnitLayer Layer, DateOnly From);
}
