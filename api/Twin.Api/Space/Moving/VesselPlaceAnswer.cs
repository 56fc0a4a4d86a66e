using Twin.Model.Vessels;

namespace Twin.Api.Space.Moving;

/// <summary>A vessel at its place. /v1/vessels/{id} has everything that is known of it.</summary>
/// <remarks><see cref="VesselListResult"/> writes it; a test holds the two together.</remarks>
internal sealed record VesselPlaceAnswer
{
    /// <summary>What it answers to.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public string? Name { get; init; }

    /// <summary>The nine digits of its radio.</summary>
    public string? Mmsi { get; init; }

    /// <summary>The class of its length.</summary>
    public SizeClass? SizeClass { get; init; }

    /// <summary>The code of the unit that it belongs to, which need not be where it is.</summary>
    public string? HomeUnit { get; init; }

    /// <summary>Whether it has all papers that it must have.</summary>
    public required bool IsEligible { get; init; }

    /// <summary>Whether it has no registration, no inspection and no licence.</summary>
    public required bool IsThreeNo { get; init; }

    /// <summary>Whether it is heard.</summary>
    public required ContactState Contact { get; init; }

    /// <summary>Degrees east (WGS 84).</summary>
    public required double Longitude { get; init; }

    /// <summary>Degrees north.</summary>
    public required double Latitude { get; init; }

    /// <summary>When it was there.</summary>
    public required DateTimeOffset PhenomenonTime { get; init; }

    /// <summary>Knots.</summary>
    public double? SpeedOverGroundKnots { get; init; }

    /// <summary>Degrees.</summary>
    public double? CourseOverGroundDegrees { get; init; }

    /// <summary>How far it is from the point asked for, or from the line; left out without either.</summary>
    public double? DistanceMeters { get; init; }

    /// <summary>How far along the line that was asked for.</summary>
    public double? AlongMeters { get; init; }
}
