namespace Twin.Api.Space;

/// <summary>The places of a layer in an area.</summary>
internal sealed record AreaPlacesAnswer
{
    /// <summary>The layer: sites, facilities, zones or routes.</summary>
    public required string Layer { get; init; }

    /// <summary>How many meet the area or its edge.</summary>
    public required int Places { get; init; }

    /// <summary>How much of them lies in the area, measured on the ellipsoid; null of what has no length.</summary>
    public required double? LengthKilometers { get; init; }

    /// <summary>The same by kind; kinds that are not there are left out.</summary>
    public required IReadOnlyList<AreaPlaceKindAnswer> Kinds { get; init; }
}
