using System.Text.Json;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Twin.Api.Json;
using Twin.Geo.Datasets;
using Twin.Geo.Formats;
using Twin.Model.Boundaries;
using Twin.Model.Cities;
using Twin.Model.Units;

namespace Twin.Api.Features;

/// <summary>
/// Boundaries of a dataset, and of the maps that were imported since, as feature collections; where the city has
/// changed since its maps were drawn, the shapes of units that changed are made from those of their predecessors.
/// </summary>
public sealed class DatasetBoundarySource : IBoundarySource
{
    private static readonly WKBReader Wkb = new();

    private readonly LiveCity _live;
    private readonly PerCity<BoundaryFlows> _flows;
    private readonly PerCity<CityMaps> _maps;

    /// <summary>Takes the dataset and the city that it is of.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="live">The city.</param>
    /// <param name="flows">What became of the units that are on the maps.</param>
    public DatasetBoundarySource(CityDataset dataset, LiveCity live, PerCity<BoundaryFlows> flows)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        _live = live;
        _flows = flows;
        _maps = new PerCity<CityMaps>(live, city => new CityMaps(city, dataset.Boundaries));
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>?> GetGeoJsonAsync(
        DateOnly day,
        AdministrativeLevel? level,
        AdministrativeUnitCode? unit,
        CancellationToken cancellationToken)
    {
        if (_maps.Current.On(day) is not { } map)
        {
            return ValueTask.FromResult<ReadOnlyMemory<byte>?>(null);
        }

        var tree = _live.Definition.Tree.On(day);
        var wanted = (unit is { } top ? tree.SelfAndBelow(top) : tree.Units)
            .Where(one => level is not { } only || one.Level == only);
        return ValueTask.FromResult<ReadOnlyMemory<byte>?>(
            GeoJsonFeatureWriter.Write(Features(map, tree, wanted, day)));
    }

    private IEnumerable<GeoJsonFeature> Features(
        BoundarySet map, TreeOfDate tree, IEnumerable<AdministrativeUnit> wanted, DateOnly day)
    {
        var shapes = map.Units.ToDictionary(shape => shape.Code);
        LiveBoundaries? made = null;
        foreach (var unit in wanted.OrderBy(one => one.Level).ThenBy(one => one.Code))
        {
            if (LiveBoundaries.IsOnMap(unit, map) && tree.From <= map.ValidFrom)
            {
                if (shapes.TryGetValue(unit.Code, out var shape))
                {
                    yield return Feature(Wkb.Read([.. shape.Wkb]), unit, map.IsSchematic || shape.IsSchematic);
                }

                continue;
            }

            made ??= new LiveBoundaries(map, _flows.Current.Between(map.ValidFrom, day, ShareWeight.Area));
            if (made.ShapeOf(unit) is { } geometry)
            {
                yield return Feature(geometry, unit, isSchematic: true);
            }
        }
    }

    private static GeoJsonFeature Feature(Geometry shape, AdministrativeUnit unit, bool isSchematic) => new(
        unit.Code.Value,
        shape,
        [
            Member("code", unit.Code.Value),
            Member("level", EnumWords<AdministrativeLevel>.Of(unit.Level)),
            Member("nameVi", unit.NameVi),
            Member("nameEn", unit.NameEn),
            Member("upperUnit", unit.UpperUnit?.Value),
            Member("schematic", isSchematic),
        ]);

    private static KeyValuePair<string, JsonElement> Member<T>(string name, T value) =>
        new(name, JsonSerializer.SerializeToElement(value));
}
