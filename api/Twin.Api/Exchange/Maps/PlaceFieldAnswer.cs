using System.Collections.Immutable;
using Twin.Model.Places;

namespace Twin.Api.Exchange.Maps;

/// <summary>What a place may have, and what that must be.</summary>
internal sealed record PlaceFieldAnswer
{
    /// <summary>Its name: code, nameVi and kind, validFrom, or a property of the layer.</summary>
    public required string Name { get; init; }

    /// <summary>What it says.</summary>
    public required string Description { get; init; }

    /// <summary>Whether a place must have it.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>The values that it may have; empty for any.</summary>
    public required IReadOnlyList<PlaceValueAnswer> Values { get; init; }

    /// <summary>The fields of places of a layer.</summary>
    public static ImmutableArray<PlaceFieldAnswer> Of(PlaceSchema schema) =>
    [
        Field("code", "The id: letters, digits and hyphens", isRequired: true),
        Field("nameVi", "The Vietnamese name; the id where there is none", isRequired: false),
        Field("nameEn", "The English name", isRequired: false),
        Field("kind", "The kind within its layer", isRequired: true) with
        {
            Values = [.. schema.Kinds.Select(kind => new PlaceValueAnswer(kind.Code, kind.NameVi, kind.NameEn))],
        },
        .. schema.Properties.Select(property =>
            Field(property.Name, property.Description, property.IsRequired) with
            {
                Values = [.. property.Values.Select(value => new PlaceValueAnswer(value, null, null))],
            }),
        Field("validFrom", "The first day", isRequired: false),
    ];

    private static PlaceFieldAnswer Field(string name, string description, bool isRequired) => new()
    {
        Name = name,
        Description = description,
        IsRequired = isRequired,
        Values = [],
    };
}
