using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>A position as it was reported.</summary>
internal sealed record PositionAnswer
{
    /// <summary>When.</summary>
    public required DateTimeOffset PhenomenonTime { get; init; }

    /// <summary>Degrees east.</summary>
    public required double Longitude { get; init; }

    /// <summary>Degrees north.</summary>
    public required double Latitude { get; init; }

    /// <summary>Knots.</summary>
    public double? SpeedOverGroundKnots { get; init; }

    /// <summary>Degrees.</summary>
    public double? CourseOverGroundDegrees { get; init; }

    /// <summary>Degrees.</summary>
    public int? TrueHeadingDegrees { get; init; }

    /// <summary>What it was doing.</summary>
    public NavigationalStatus? NavigationalStatus { get; init; }

    /// <summary>The feed that brought it.</summary>
    public required string Feed { get; init; }

    /// <summary>The answer for a report.</summary>
    public static PositionAnswer Of(PositionReport report) => new()
    {
        PhenomenonTime = report.PhenomenonTime,
        Longitude = report.Position.LongitudeDegrees,
        Latitude = report.Position.LatitudeDegrees,
        SpeedOverGroundKnots = report.SpeedOverGroundKnots,
        CourseOverGroundDegrees = report.CourseOverGroundDegrees,
        TrueHeadingDegrees = report.TrueHeadingDegrees,
        NavigationalStatus = report.Status,
        Feed = report.Feed,
    };
}
