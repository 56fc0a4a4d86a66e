using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using NetTopologySuite.Geometries;
using Twin.Api.Json;
using Twin.Api.Space;
using Twin.Geo.Filters;
using Twin.Model.Cities;
using Twin.Model.Units;

namespace Twin.Api.Ogc;

/// <summary>The administrative units as a collection: those of a day, or of all days of an interval.</summary>
internal sealed class UnitCollection(LiveCity city, UnitLayers layers) : IFeatureCollection
{
    private static readonly ImmutableArray<CollectionProperty> AllProperties =
    [
        new("code", FilterType.Text, "The code of the General Statistics Office"),
        new("level", FilterType.Text, "The level: city, district or commune"),
        new("kindVi", FilterType.Text, "The Vietnamese word for this kind of unit"),
        new("nameVi", FilterType.Text, "The Vietnamese name"),
        new("nameAscii", FilterType.Text, "The name without diacritics"),
        new("nameEn", FilterType.Text, "The English name"),
        new("upperUnit", FilterType.Text, "The code of the unit directly above"),
        new("validFrom", FilterType.Time, "The first day of this version"),
        new("validTo", FilterType.Time, "The last day of this version; null while it lasts"),
        new("areaSquareKilometers", FilterType.Number, "The area, where known"),
        new("population", FilterType.Number, "The official population, where known"),
        new("schematic", FilterType.Flag, "Whether the shape is drawn and not surveyed"),
    ];

    private readonly ConditionalWeakTable<UnitLayer, CollectionFeature[]> _features = [];

    /// <inheritdoc/>
    public string Id => UnitTiles.LayerName;

    /// <inheritdoc/>
    public string Title => "Administrative units";

    /// <inheritdoc/>
    public string Description =>
        "The city's units of every tier with their boundaries, as they stand on the day that datetime gives (today in "
        + "Vietnam by default); with an interval, each as it stood on the last of its days.";

    /// <inheritdoc/>
    public ImmutableArray<CollectionProperty> Properties => AllProperties;

    /// <inheritdoc/>
    public DateOnly FirstDay => city.Definition.Tree.ChangeDates.FirstOrDefault();

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<CollectionFeature>> GetAsync(
        DayInterval days, CancellationToken cancellationToken)
    {
        if (days.IsDay)
        {
            return [.. await OnAsync(days.Last, cancellationToken)];
        }

        var found = new SortedDictionary<string, CollectionFeature>(StringComparer.Ordinal);
        foreach (var day in LastDays(days))
        {
            foreach (var feature in await OnAsync(day, cancellationToken))
            {
                found.TryAdd(feature.Id, feature);
            }
        }

        return [.. found.Values];
    }

    /// <inheritdoc/>
    public async ValueTask<Envelope> GetBoundsAsync(DateOnly day, CancellationToken cancellationToken) =>
        (await layers.OnAsync(day, cancellationToken)).Bounds;

    /// <summary>The last day of every tree that stands in the interval, latest first.</summary>
    private IEnumerable<DateOnly> LastDays(DayInterval days) => city.Definition.Tree.ChangeDates
        .Where(change => change > days.First && change <= days.Last).Select(change => change.AddDays(-1))
        .Append(days.Last).OrderDescending();

    private async ValueTask<CollectionFeature[]> OnAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var layer = await layers.OnAsync(day, cancellationToken);
        return _features.GetValue(layer, made => [.. made.Features.Select(ToFeature)]);
    }

    private static CollectionFeature ToFeature(UnitFeature feature)
    {
        var unit = feature.Unit;
        return new CollectionFeature(
            unit.Code.Value,
            feature.Shape,
            [
                unit.Code.Value,
                EnumWords<AdministrativeLevel>.Of(unit.Level),
                unit.KindVi,
                unit.NameVi,
                unit.NameAscii,
                unit.NameEn,
                unit.UpperUnit?.Value,
                FilterTime.Of(unit.ValidFrom),
                unit.ValidTo is { } last ? FilterTime.Of(last) : null,
                unit.AreaSquareKilometers,
                unit.Population is { } people ? (double)people : null,
                feature.IsSchematic,
            ]);
    }
}
