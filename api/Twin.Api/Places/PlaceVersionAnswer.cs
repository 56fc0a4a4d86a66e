using System.Collections.Immutable;
using Twin.Model.Places;

namespace Twin.Api.Places;

/// <summary>What a place is from one day to another.</summary>
internal sealed record PlaceVersionAnswer
{
    /// <summary>The first day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day; <c>null</c> while it lasts.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>The English name.</summary>
    public string? NameEn { get; init; }

    /// <summary>The kind within its layer.</summary>
    public required string Kind { get; init; }

    /// <summary>Whether it was made up for demonstration.</summary>
    public required bool IsDemo { get; init; }

    /// <summary>The properties of its layer, each as text; lists have semicolons between their items.</summary>
    public required IReadOnlyDictionary<string, string> Properties { get; init; }

    /// <summary>The answer for a version.</summary>
    public static PlaceVersionAnswer Of(Place place) => new()
    {
        ValidFrom = place.ValidFrom,
        ValidTo = place.ValidTo,
        NameVi = place.NameVi,
        NameEn = place.NameEn,
        Kind = place.Kind,
        IsDemo = place.IsDemo,
        Properties = place.Properties.ToImmutableSortedDictionary(
            property => property.Name, property => property.Text, StringComparer.Ordinal),
    };
}
