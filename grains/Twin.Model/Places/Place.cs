using System.Collections.Immutable;
using System.Globalization;

namespace Twin.Model.Places;

/// <summary>
/// One version of a place: what it is from one day to another. Immutable. Compare with <see cref="SaysSameAs"/>: a
/// record compares its arrays by identity.
/// </summary>
public sealed record Place
{
    /// <summary>The layer.</summary>
    public required PlaceLayer Layer { get; init; }

    /// <summary>The id, of its layer alone.</summary>
    public required PlaceId Id { get; init; }

    /// <summary>The Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>The English name; <c>null</c> where it has none.</summary>
    public string? NameEn { get; init; }

    /// <summary>The code of its kind, one of the layer's <see cref="PlaceSchema.Kinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Where it is.</summary>
    public required PlaceGeometry Geometry { get; init; }

    /// <summary>The layer's own properties, by name; those without a value are left out.</summary>
    public ImmutableArray<PlaceProperty> Properties { get; init; } = [];

    /// <summary>The first day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day; <c>null</c> while it lasts.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Whether it was made up for demonstration.</summary>
    public bool IsDemo { get; init; }

    /// <summary>Whether it is there on a day.</summary>
    public bool Covers(DateOnly day) => ValidFrom <= day && !(ValidTo < day);

    /// <summary>The text of a property; <c>null</c> where it has none.</summary>
    public string? Text(string name)
    {
        foreach (var property in Properties)
        {
            if (property.Name.Equals(name, StringComparison.Ordinal))
            {
                return property.Text;
            }
        }

        return null;
    }

    /// <summary>The number of a property; <c>null</c> where it has none.</summary>
    public double? Number(string name) =>
        double.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The flag of a property; <c>null</c> where it has none.</summary>
    public bool? Flag(string name) => bool.TryParse(Text(name), out var flag) ? flag : null;

    /// <summary>The day of a property; <c>null</c> where it has none.</summary>
    public DateOnly? Day(string name) => DateOnly.TryParseExact(
        Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The items of a property; empty where it has none.</summary>
    public ImmutableArray<string> Texts(string name) => Text(name) is { Length: > 0 } text ? [.. text.Split(';')] : [];

    /// <summary>Whether two versions say the same, whatever days they are for.</summary>
    public bool SaysSameAs(Place other) =>
        Properties.SequenceEqual(other.Properties)
        && this == other with { Properties = Properties, ValidFrom = ValidFrom, ValidTo = ValidTo };
}
