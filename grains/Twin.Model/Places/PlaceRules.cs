using System.Collections.Immutable;
using System.Globalization;
using Twin.Model.Vessels;

namespace Twin.Model.Places;

/// <summary>What a version of a place must be like. Pure.</summary>
public static class PlaceRules
{
    /// <summary>Characters of a name at most.</summary>
    public const int MaxNameLength = 200;

    /// <summary>
    /// The version with its properties in their one text, by name; <c>null</c> with everything that is wrong.
    /// </summary>
    public static (Place? Place, ImmutableArray<Refusal> Refusals) Check(Place place)
    {
        var schema = PlaceSchemas.Of(place.Layer);
        var refusals = ImmutableArray.CreateBuilder<Refusal>();
        CheckNames(place, refusals);
        if (schema.KindOf(place.Kind) is null)
        {
            refusals.Add(Invalid(
                $"'{place.Kind}' is no kind of {schema.Id}.",
                $"Use {string.Join(", ", schema.Kinds.Select(kind => kind.Code))}."));
        }

        CheckGeometry(place.Geometry, schema, refusals);
        if (place.ValidTo < place.ValidFrom)
        {
            refusals.Add(Invalid(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"It would end on {place.ValidTo:yyyy-MM-dd}, before it begins on {place.ValidFrom:yyyy-MM-dd}."),
                "Let validTo be validFrom or later, or leave it out."));
        }

        var properties = CheckProperties(place, schema, refusals);
        return refusals.Count == 0
            ? (place with { Properties = properties }, [])
            : (null, refusals.ToImmutable());
    }

    private static Refusal Invalid(string detail, string hint) => new("invalid_place", detail, hint);

    private static void CheckNames(Place place, ImmutableArray<Refusal>.Builder refusals)
    {
        if (!IsName(place.NameVi) || (place.NameEn is { } english && !IsName(english)))
        {
            refusals.Add(Invalid(
                "A name is empty, too long or has control characters.",
                $"Give nameVi, and nameEn where there is one, in 1 to {MaxNameLength} characters."));
        }
    }

    private static bool IsName(string name) =>
        name.Length <= MaxNameLength && !string.IsNullOrWhiteSpace(name) && !name.Any(char.IsControl);

    private static void CheckGeometry(
        PlaceGeometry geometry, PlaceSchema schema, ImmutableArray<Refusal>.Builder refusals)
    {
        if (!schema.Geometries.Contains(geometry.Kind))
        {
            refusals.Add(Invalid(
                $"A {geometry.Kind} is no geometry of {schema.Id}.",
                $"Use {string.Join(", ", schema.Geometries)}."));
        }
        else if (geometry.Wkb.Length > PlaceGeometry.MaxBytes)
        {
            refusals.Add(new Refusal(
                "too_large", "The geometry has more than 16384 positions.", "Simplify it, or divide the place."));
        }
    }

    private static ImmutableArray<PlaceProperty> CheckProperties(
        Place place, PlaceSchema schema, ImmutableArray<Refusal>.Builder refusals)
    {
        var properties = new SortedDictionary<string, PlaceProperty>(StringComparer.Ordinal);
        foreach (var (name, text) in place.Properties)
        {
            if (schema.Find(name) is not { } definition)
            {
                refusals.Add(Invalid(
                    $"'{name}' is no property of {schema.Id}.",
                    $"Use {string.Join(", ", schema.Properties.Select(one => one.Name))}."));
            }
            else if (definition.Canonical(text) is not { } canonical)
            {
                refusals.Add(Invalid($"'{text}' is no value of '{name}'.", definition.Expectation));
            }
            else if (!properties.TryAdd(name, new PlaceProperty(name, canonical)))
            {
                refusals.Add(Invalid($"'{name}' is given twice.", "Give each property once."));
            }
        }

        foreach (var missing in schema.Properties.Where(one => one.IsRequired && place.Text(one.Name) is null))
        {
            refusals.Add(Invalid($"The property '{missing.Name}' is missing.", missing.Expectation));
        }

        if (place.Layer is PlaceLayer.Zones && !FishingZonePlaces.TryReadSeason(place, out _))
        {
            refusals.Add(Invalid(
                "The part of the year has no first or no last day, or one that is none.",
                $"Give {FishingZonePlaces.SeasonFrom} and {FishingZonePlaces.SeasonTo} as 04-15, or neither."));
        }

        return [.. properties.Values];
    }
}
