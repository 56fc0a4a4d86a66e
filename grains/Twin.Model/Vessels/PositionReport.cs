using Twin.Model.Space;

namespace Twin.Model.Vessels;

/// <summary>One report of where a vessel was.</summary>
public sealed record PositionReport
{
    private const double UnitsPerDegree = 1e7;

    /// <summary>What the vessel calls itself: registration number or MMSI.</summary>
    public required VesselId Vessel { get; init; }

    /// <summary>When it was there, UTC; whole milliseconds.</summary>
    public required DateTimeOffset PhenomenonTime
    {
        get;
        init => field = DateTimeOffset.FromUnixTimeMilliseconds(value.ToUnixTimeMilliseconds());
    }

    /// <summary>Where it was, in whole units of 1e-7 degrees: as the log keeps it.</summary>
    public required GeoPosition Position
    {
        get;
        init => field = new GeoPosition(
            Degrees(Units(value.LongitudeDegrees)), Degrees(Units(value.LatitudeDegrees)));
    }

    /// <summary>The feed that brought it.</summary>
    public required string Feed { get; init; }

    /// <summary>The receiver that heard it; <c>null</c> where the feed does not say.</summary>
    public string? Receiver { get; init; }

    /// <summary>The speed, in whole tenths.</summary>
    public double? SpeedOverGroundKnots { get; init => field = Tenths(value); }

    /// <summary>The course, from 0 to below 360, in whole tenths.</summary>
    public double? CourseOverGroundDegrees { get; init => field = Tenths(value); }

    /// <summary>The heading, from 0 to 359.</summary>
    public int? TrueHeadingDegrees { get; init; }

    /// <summary>What it is doing.</summary>
    public NavigationalStatus? Status { get; init; }

    /// <summary>Degrees in whole units of 1e-7.</summary>
    public static long Units(double degrees) => (long)Math.Round(degrees * UnitsPerDegree);

    /// <summary>Whole units of 1e-7 in degrees.</summary>
    public static double Degrees(long units) => units / UnitsPerDegree;

    private static double? Tenths(double? value) => value is { } number ? Math.Round(number * 10) / 10 : null;
}
