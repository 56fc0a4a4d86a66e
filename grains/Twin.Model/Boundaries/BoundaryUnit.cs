using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Twin.Model.Boundaries;

/// <summary>A unit that an operation makes, or one that stands and takes something over.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BoundaryUnit
{
    /// <summary>The code.</summary>
    public string? Code { get; init; }

    /// <summary>The Vietnamese name; needed for a new unit.</summary>
    public string? NameVi { get; init; }

    /// <summary>The English name; the Vietnamese one without diacritics by default.</summary>
    public string? NameEn { get; init; }

    /// <summary>The word for this kind of unit; that of its predecessor by default.</summary>
    public string? KindVi { get; init; }

    /// <summary>The level; that of its predecessor by default.</summary>
    public string? Level { get; init; }

    /// <summary>The unit above; that of its predecessors by default.</summary>
    public string? UpperUnit { get; init; }

    /// <summary>The area in km²; by the shares of its predecessors where it is left out and they are known.</summary>
    public double? AreaSquareKilometers { get; init; }

    /// <summary>The population; the sum of whole predecessors where it is left out and they are known.</summary>
    public long? Population { get; init; }

    /// <summary>The longitude of a point inside.</summary>
    public double? Longitude { get; init; }

    /// <summary>The latitude of a point inside.</summary>
    public double? Latitude { get; init; }

    /// <summary>split: the share of the predecessor's area that goes here, 0 to 1.</summary>
    public double? AreaShare { get; init; }

    /// <summary>split: the share of its people.</summary>
    public double? PopulationShare { get; init; }

    /// <summary>introduceTier, or split of a unit with units below: those that are below it from then on.</summary>
    public ImmutableArray<string> Below { get; init; }
}
