using System.Collections.Immutable;
using System.Text.Json;
using Twin.Api.Places;
using Twin.Geo.Formats;
using Twin.Model.Places;

namespace Twin.Api.Exchange.Maps;

/// <summary>Places as the features of a file, which an import reads back. Stateless.</summary>
internal static class PlaceExport
{
    /// <summary>The feature of a place.</summary>
    public static GeoJsonFeature ToFeature(Place place, PlaceSchema schema)
    {
        ImmutableArray<KeyValuePair<string, JsonElement>> properties =
        [
            Member("code", place.Id.Value),
            Member("nameVi", place.NameVi),
            Member("nameEn", place.NameEn),
            Member("kind", place.Kind),
            .. schema.Properties.Select(one => new KeyValuePair<string, JsonElement>(one.Name, Value(place, one))),
            Member("validFrom", place.ValidFrom),
            Member("validTo", place.ValidTo),
            Member("demo", place.IsDemo),
        ];
        return new GeoJsonFeature(place.Id.Value, PlaceGeometries.Read(place.Geometry), properties);
    }

    private static JsonElement Value(Place place, PlacePropertyDefinition property) => property.Type switch
    {
        PlacePropertyType.Number => JsonSerializer.SerializeToElement(place.Number(property.Name)),
        PlacePropertyType.Flag => JsonSerializer.SerializeToElement(place.Flag(property.Name)),
        _ => JsonSerializer.SerializeToElement(place.Text(property.Name)),
    };

    private static KeyValuePair<string, JsonElement> Member<T>(string name, T value) =>
        new(name, JsonSerializer.SerializeToElement(value));
}
