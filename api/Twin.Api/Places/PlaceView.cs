using System.Collections.Immutable;
using System.Globalization;
using NetTopologySuite.Geometries;
using Twin.Api.Ogc;
using Twin.Api.Space;
using Twin.Geo.Filters;
using Twin.Model.Places;
using Twin.Model.Space;

namespace Twin.Api.Places;

/// <summary>
/// The places of a layer on some days, as features and as tiles, on the boundaries of the last of them. Immutable to
/// its users; safe for any number of threads.
/// </summary>
internal sealed class PlaceView
{
    private readonly PlaceSchema _schema;

    /// <summary>Takes the places.</summary>
    public PlaceView(PlaceSet places, DayInterval days, UnitLayer map, int maxTilesKept)
    {
        _schema = PlaceSchemas.Of(places.Layer);
        Map = map;
        var found = places.Places.Select(place => (History: place, Place: place.LastWithin(days.First, days.Last)))
            .Where(one => one.Place is not null)
            .Select(one => (one.History, Place: one.Place!)); // The others were left out.
        Items = [.. found.Select(one => ToItem(one.History, one.Place))];
        Features = [.. Items.Select(item => item.Feature)];
        Bounds = new Envelope();
        foreach (var feature in Features)
        {
            Bounds.ExpandToInclude(feature.Geometry?.EnvelopeInternal ?? new Envelope());
        }

        Tiles = new PlaceTiles(_schema, Items, maxTilesKept);
    }

    /// <summary>The units on which it was made.</summary>
    public UnitLayer Map { get; }

    /// <summary>The places with their features, by id.</summary>
    public ImmutableArray<PlaceItem> Items { get; }

    /// <summary>The features, by id.</summary>
    public ImmutableArray<CollectionFeature> Features { get; }

    /// <summary>The box around them; null where there are none.</summary>
    public Envelope Bounds { get; }

    /// <summary>The vector tiles.</summary>
    public PlaceTiles Tiles { get; }

    /// <summary>The entity tag of a version: another state of the place never has it.</summary>
    public static string EntityTagOf(PlaceHistory place, Place version) => string.Create(
        CultureInfo.InvariantCulture, $"\"{place.Revision}-{version.ValidFrom:yyyyMMdd}\"");

    private PlaceItem ToItem(PlaceHistory history, Place place)
    {
        var geometry = PlaceGeometries.Read(place.Geometry);
        var inside = (geometry is Point ? geometry : geometry.InteriorPoint).Coordinate;
        var middle = new GeoPosition(inside.X, inside.Y);
        var unit = Map.At(middle) is [var smallest, ..] ? smallest.Unit.Code.Value : null;
        object?[] values =
        [
            place.NameVi,
            place.NameEn,
            place.Kind,
            unit,
            FilterTime.Of(place.ValidFrom),
            place.ValidTo is { } last ? FilterTime.Of(last) : null,
            place.IsDemo,
            .. _schema.Properties.Select(property => ValueOf(place, property, geometry)),
        ];
        return new PlaceItem(
            place,
            middle,
            unit,
            new CollectionFeature(place.Id.Value, geometry, values) { EntityTag = EntityTagOf(history, place) });
    }

    private static object? ValueOf(Place place, PlacePropertyDefinition property, Geometry geometry) =>
        property.Type switch
        {
            PlacePropertyType.Number when property.Name is PlaceSchemas.LengthKilometers =>
                place.Number(property.Name) ?? PlaceGeometries.Kilometers(geometry),
            PlacePropertyType.Number => place.Number(property.Name),
            PlacePropertyType.Flag => place.Flag(property.Name),
            PlacePropertyType.Day => place.Day(property.Name) is { } day ? FilterTime.Of(day) : null,
            _ => place.Text(property.Name),
        };
}
