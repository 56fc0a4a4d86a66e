using System.Text.Json;
using NetTopologySuite.IO;
using Twin.Geo.Datasets;
using Twin.Geo.Formats;
using Twin.Model.Units;

namespace Twin.Api.Features;

/// <summary>Boundaries of a dataset, as feature collections.</summary>
/// <param name="dataset">The dataset.</param>
public sealed class DatasetBoundarySource(CityDataset dataset) : IBoundarySource
{
    private static readonly WKBReader Wkb = new();

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>?> GetGeoJsonAsync(
        DateOnly day,
        AdministrativeLevel? level,
        AdministrativeUnitCode? unit,
        CancellationToken cancellationToken)
    {
        if (dataset.BoundariesOn(day) is not { } set)
        {
            return ValueTask.FromResult<ReadOnlyMemory<byte>?>(null);
        }

        var tree = dataset.City.Tree.On(day);
        var wanted = unit is { } top ? tree.SelfAndBelow(top).Select(u => u.Code).ToHashSet() : null;
        var features = set.Units
            .Where(shape => (level is not { } one || shape.Level == one) && wanted?.Contains(shape.Code) != false)
            .Select(shape => Feature(shape, tree.Find(shape.Code), set.IsSchematic));
        return ValueTask.FromResult<ReadOnlyMemory<byte>?>(GeoJsonFeatureWriter.Write(features));
    }

    private static GeoJsonFeature Feature(UnitBoundary shape, AdministrativeUnit? unit, bool isSchematic) => new(
        shape.Code.Value,
        Wkb.Read([.. shape.Wkb]),
        [
            Member("code", shape.Code.Value),
            Member("level", JsonNamingPolicy.CamelCase.ConvertName(shape.Level.ToString())),
            Member("nameVi", unit?.NameVi),
            Member("nameEn", unit?.NameEn),
            Member("upperUnit", unit?.UpperUnit?.Value),
            Member("schematic", isSchematic),
        ]);

    private static KeyValuePair<string, JsonElement> Member<T>(string name, T value) =>
        new(name, JsonSerializer.SerializeToElement(value));
}
