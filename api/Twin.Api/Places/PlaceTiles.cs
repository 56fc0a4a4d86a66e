using System.Collections.Concurrent;
using System.Collections.Immutable;
using Twin.Api.Space;
using Twin.Geo.Tiles;
using Twin.Model.Places;

namespace Twin.Api.Places;

/// <summary>Vector tiles of places, kept as long as the places stay. Safe for any number of threads.</summary>
internal sealed class PlaceTiles(PlaceSchema schema, ImmutableArray<PlaceItem> places, int maxKept)
{
    private readonly Lazy<VectorTileset> _tileset = new(() => new VectorTileset(
        schema.Id,
        places.Select(item => new TileFeature(null, item.Feature.Geometry, [.. Attributes(schema, item)]))));

    private readonly ConcurrentDictionary<Tile, TileDocument> _kept = [];

    /// <summary>The attributes and what they are, for those who style them.</summary>
    public static ImmutableArray<KeyValuePair<string, string>> FieldsOf(PlaceSchema schema) =>
    [
        new("id", "String: the id of the feature"),
        new("nameVi", "String: the Vietnamese name"),
        new("nameEn", "String: the English name"),
        new("kind", $"String: {string.Join(", ", schema.Kinds.Select(kind => kind.Code))}"),
        new("unit", "String: the code of the smallest unit that its middle lies in"),
        new("demo", "Boolean: whether it was made up for demonstration"),
        .. schema.Properties.Select(property => KeyValuePair.Create(
            property.Name, $"{TypeOf(property.Type)}: {property.Description}")),
    ];

    /// <summary>The tile; <c>null</c> where nothing is in it.</summary>
    public TileDocument? Get(Tile tile)
    {
        if (_kept.TryGetValue(tile, out var known))
        {
            return known;
        }

        if (_tileset.Value.Encode(tile) is not { } bytes)
        {
            return null;
        }

        var document = new TileDocument(bytes);
        if (_kept.Count >= maxKept)
        {
            _kept.Clear();
        }

        if (maxKept > 0)
        {
            _kept[tile] = document;
        }

        return document;
    }

    private static string TypeOf(PlacePropertyType type) => type switch
    {
        PlacePropertyType.Number => "Number",
        PlacePropertyType.Flag => "Boolean",
        PlacePropertyType.Day => "String, a day",
        PlacePropertyType.Texts => "String, items with semicolons between",
        _ => "String",
    };

    private static IEnumerable<KeyValuePair<string, TileValue>> Attributes(PlaceSchema schema, PlaceItem item)
    {
        var place = item.Place;
        yield return Text("id", place.Id.Value);
        yield return Text("nameVi", place.NameVi);
        if (place.NameEn is { } english)
        {
            yield return Text("nameEn", english);
        }

        yield return Text("kind", place.Kind);
        if (item.Unit is { } unit)
        {
            yield return Text("unit", unit);
        }

        yield return new("demo", new TileValue.Flag(place.IsDemo));
        foreach (var property in schema.Properties)
        {
            if (ValueOf(place, property) is { } value)
            {
                yield return new(property.Name, value);
            }
        }
    }

    private static TileValue? ValueOf(Place place, PlacePropertyDefinition property) => property.Type switch
    {
        PlacePropertyType.Number => place.Number(property.Name) is { } number ? new TileValue.Number(number) : null,
        PlacePropertyType.Flag => place.Flag(property.Name) is { } flag ? new TileValue.Flag(flag) : null,
        _ => place.Text(property.Name) is { } text ? new TileValue.Text(text) : null,
    };

    private static KeyValuePair<string, TileValue> Text(string name, string value) =>
        new(name, new TileValue.Text(value));
}
