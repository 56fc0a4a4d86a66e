using Twin.Api.Features;

namespace Twin.Api.Space;

/// <summary>What lies at a position.</summary>
internal sealed record PlaceUnitsAnswer
{
    /// <summary>The longitude, in degrees east (WGS 84).</summary>
    public required double Longitude { get; init; }

    /// <summary>The latitude, in degrees north.</summary>
    public required double Latitude { get; init; }

    /// <summary>The day whose boundaries were used.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Whether any of these boundaries is drawn and not surveyed: then the place may lie next door.</summary>
    public required bool IsSchematic { get; init; }

    /// <summary>The units that hold the position, from the smallest upwards; empty outside the city.</summary>
    public required IReadOnlyList<UnitAnswer> Units { get; init; }
}
