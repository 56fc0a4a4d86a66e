using Twin.Model.Vessels;

namespace Twin.Model.Demo;

/// <summary>
/// Lets the boats of the demonstration live faster than the clock: their time runs so many times as fast from a fixed
/// day on, so that after a restart they are where they were. What they report carries the time of the clock. Pure.
/// </summary>
/// <param name="Factor">How many times as fast; 1 is real.</param>
public readonly record struct DemoPace(double Factor)
{
    /// <summary>The greatest factor: boats that would go faster than 60 knots are not believed.</summary>
    public const double MaxFactor = 6;

    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The boats' time at a time of the clock.</summary>
    public DateTimeOffset BoatsAt(DateTimeOffset clock) => Start + ((clock - Start) * Factor);

    /// <summary>A report of the boats' time as it comes by the clock.</summary>
    public PositionReport ToClock(PositionReport report) => Factor.Equals(1.0)
        ? report
        : report with
        {
            PhenomenonTime = Start + ((report.PhenomenonTime - Start) / Factor),
            SpeedOverGroundKnots = report.SpeedOverGroundKnots * Factor,
        };
}
