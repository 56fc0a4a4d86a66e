using Twin.Geo.Repair;

namespace Twin.Api.Exchange.Maps;

/// <summary>Something that was wrong with shapes.</summary>
internal sealed record MapRepairAnswer
{
    private const int Decimals = 7;

    /// <summary>What was wrong.</summary>
    public required RepairKind Kind { get; init; }

    /// <summary>The units concerned, by code.</summary>
    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>The feature of the file that it was wrong with; null where it lies between units.</summary>
    public required int? Feature { get; init; }

    /// <summary>How often.</summary>
    public required int Count { get; init; }

    /// <summary>A place where it was, in degrees; null where there is none.</summary>
    public required double? Longitude { get; init; }

    /// <summary>A place where it was, in degrees; null where there is none.</summary>
    public required double? Latitude { get; init; }

    /// <summary>How much ground it is about, in square meters.</summary>
    public required double AreaSquareMeters { get; init; }

    /// <summary>Makes the answer of a note.</summary>
    public static MapRepairAnswer Of(RepairNote note, IReadOnlyList<string> units, int? feature) => new()
    {
        Kind = note.Kind,
        Units = units,
        Feature = feature,
        Count = note.Count,
        Longitude = note.At is { } at ? Math.Round(at.LongitudeDegrees, Decimals) : null,
        Latitude = note.At is { } place ? Math.Round(place.LatitudeDegrees, Decimals) : null,
        AreaSquareMeters = Math.Round(note.AreaSquareMeters, 1),
    };
}
