using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>A vessel stays where its rule forbids it to.</summary>
internal sealed record ZoneViolationAnswer
{
    /// <summary>The code of the zone.</summary>
    public required string Zone { get; init; }

    /// <summary>What the zone is.</summary>
    public required ZoneKind Kind { get; init; }

    /// <summary>Since when it has been seen there, not passing.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>By which report it had been there long enough.</summary>
    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>Where it was then, degrees east.</summary>
    public required double Longitude { get; init; }

    /// <summary>Degrees north.</summary>
    public required double Latitude { get; init; }

    /// <summary>The decree that the rule is from.</summary>
    public required string Source { get; init; }

    /// <summary>The answer for a violation.</summary>
    public static ZoneViolationAnswer Of(ZoneViolation violation) => new()
    {
        Zone = violation.Zone,
        Kind = violation.Kind,
        Since = violation.Since,
        FoundAt = violation.FoundAt,
        Longitude = violation.Where.LongitudeDegrees,
        Latitude = violation.Where.LatitudeDegrees,
        Source = violation.Source,
    };
}
