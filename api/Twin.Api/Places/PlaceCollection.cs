using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using Twin.Api.Ogc;
using Twin.Geo.Filters;
using Twin.Model.Cities;
using Twin.Model.Places;

namespace Twin.Api.Places;

/// <summary>The places of a layer as a collection: those of a day, or of all days of an interval.</summary>
internal sealed class PlaceCollection(PlaceSchema schema, PlaceViews views, LiveCity city) : IFeatureCollection
{
    /// <summary>The properties that places of every layer have, before those of the layer.</summary>
    public static readonly ImmutableArray<CollectionProperty> Common =
    [
        new("nameVi", FilterType.Text, "The Vietnamese name"),
        new("nameEn", FilterType.Text, "The English name"),
        new("kind", FilterType.Text, "The kind within its layer"),
        new("unit", FilterType.Text, "The code of the smallest unit that its middle lies in on that day"),
        new("validFrom", FilterType.Time, "The first day of this version"),
        new("validTo", FilterType.Time, "The last day of this version; null while it lasts"),
        new("demo", FilterType.Flag, "Whether it was made up for demonstration"),
    ];

    /// <summary>The layer.</summary>
    public PlaceLayer Layer => schema.Layer;

    /// <inheritdoc/>
    public string Id => schema.Id;

    /// <inheritdoc/>
    public string Title => schema.Title;

    /// <inheritdoc/>
    public string Description =>
        $"{schema.Description} As they are on the day that datetime gives (today in Vietnam by default); with an "
        + "interval, each as it was on the last of its days. Lists have semicolons between their items.";

    /// <inheritdoc/>
    public ImmutableArray<CollectionProperty> Properties { get; } = PropertiesOf(schema);

    /// <inheritdoc/>
    public DateOnly FirstDay => city.Definition.Tree.ChangeDates.FirstOrDefault();

    /// <summary>The properties of the places of a layer, in the order in which features have them.</summary>
    public static ImmutableArray<CollectionProperty> PropertiesOf(PlaceSchema schema) =>
        [.. Common, .. schema.Properties.Select(ToProperty)];

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<CollectionFeature>> GetAsync(
        DayInterval days, CancellationToken cancellationToken) =>
        (await views.GetAsync(schema.Layer, days, cancellationToken)).Features;

    /// <inheritdoc/>
    public async ValueTask<Envelope> GetBoundsAsync(DateOnly day, CancellationToken cancellationToken) =>
        (await views.GetAsync(schema.Layer, new DayInterval(day, day), cancellationToken)).Bounds;

    private static CollectionProperty ToProperty(PlacePropertyDefinition property) => new(
        property.Name,
        property.Type switch
        {
            PlacePropertyType.Number => FilterType.Number,
            PlacePropertyType.Flag => FilterType.Flag,
            PlacePropertyType.Day => FilterType.Time,
            _ => FilterType.Text,
        },
        property.Values.IsEmpty
            ? property.Description
            : $"{property.Description}: {string.Join(", ", property.Values)}");
}
