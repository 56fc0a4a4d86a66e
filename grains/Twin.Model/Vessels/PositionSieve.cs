using Twin.Model.Space;

namespace Twin.Model.Vessels;

/// <summary>
/// Tells plausible reports from others. A report that is not accepted never moves the vessel. Pure; safe for any number
/// of threads.
/// </summary>
public static class PositionSieve
{
    /// <summary>Faster than this is no vessel.</summary>
    public const double MaxSpeedKnots = 60;

    /// <summary>Closer than this is no jump, however short the time: clocks and antennas differ.</summary>
    public const double JumpFromMeters = 1_000;

    /// <summary>How far a clock on board may be ahead.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Copies of one transmission carry the second on board and the minute of their receiver, so they differ by less.
    /// </summary>
    public static readonly TimeSpan CopyTolerance = TimeSpan.FromSeconds(2);

    // A quarter of a second of arc, some 8 m: what a device shows that has lost its place.
    private const double NullIslandDegrees = 0.0001;
    private const double SamePlaceDegrees = 1e-7;
    private const double MetersPerSecondOfKnot = 1852.0 / 3600;

    /// <summary>
    /// Judges a report.
    /// </summary>
    /// <param name="report">The report.</param>
    /// <param name="last">The last that was accepted.</param>
    /// <param name="suspect">
    /// The last that was kept apart as a jump. A second one near it shows that the vessel is there after all, and that
    /// what was known was wrong.
    /// </param>
    /// <param name="now">The time.</param>
    public static PositionVerdict Judge(
        PositionReport report, PositionReport? last, PositionReport? suspect, DateTimeOffset now)
    {
        var (longitude, latitude) = report.Position;
        if (Math.Abs(longitude) < NullIslandDegrees && Math.Abs(latitude) < NullIslandDegrees)
        {
            return PositionVerdict.NullIsland;
        }

        if (report.PhenomenonTime > now + ClockTolerance)
        {
            return PositionVerdict.Future;
        }

        if (last is null)
        {
            return PositionVerdict.Accepted;
        }

        if (IsCopy(report, last))
        {
            return string.Equals(report.Receiver, last.Receiver, StringComparison.Ordinal)
                ? PositionVerdict.Repeated
                : PositionVerdict.OtherReceiver;
        }

        if (report.PhenomenonTime <= last.PhenomenonTime)
        {
            return PositionVerdict.Older;
        }

        return CanReach(last, report)
            || (suspect is not null && suspect.PhenomenonTime < report.PhenomenonTime && CanReach(suspect, report))
            ? PositionVerdict.Accepted
            : PositionVerdict.Jump;
    }

    private static bool IsCopy(PositionReport report, PositionReport last) =>
        (report.PhenomenonTime - last.PhenomenonTime).Duration() < CopyTolerance
        && Math.Abs(report.Position.LongitudeDegrees - last.Position.LongitudeDegrees) < SamePlaceDegrees
        && Math.Abs(report.Position.LatitudeDegrees - last.Position.LatitudeDegrees) < SamePlaceDegrees;

    private static bool CanReach(PositionReport from, PositionReport to)
    {
        var meters = GreatCircle.DistanceMeters(from.Position, to.Position);
        var seconds = (to.PhenomenonTime - from.PhenomenonTime).TotalSeconds;
        return meters < JumpFromMeters || meters <= MaxSpeedKnots * MetersPerSecondOfKnot * seconds;
    }
}
