using System.Collections.Immutable;
using System.Globalization;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Storage.Tests.Positions;

/// <summary>Reports to keep.</summary>
internal static class PositionExamples
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 0, 0, 0, 123, TimeSpan.Zero);

    /// <summary>A batch of so many reports of ten boats.</summary>
    public static PositionBatch Batch(int shard, int reports, int seed = 1)
    {
        var random = new Random(seed);
        return new PositionBatch(shard, [.. Enumerable.Range(0, reports).Select(i => Report(i, random))]);
    }

    /// <summary>A report whose optional fields come and go.</summary>
    public static PositionReport Report(int i, Random random) => new()
    {
        Vessel = VesselId.Parse(
            FormattableString.Invariant($"HP-{90_000 + (i % 10)}-TS"), CultureInfo.InvariantCulture),
        PhenomenonTime = Start.AddSeconds((i * 7) - (i % 3 * 60)),
        Position = new GeoPosition((random.NextDouble() * 360) - 180, (random.NextDouble() * 180) - 90),
        Feed = i % 2 == 0 ? "vms" : "ais",
        Receiver = i % 3 == 0 ? null : "rVT1",
        SpeedOverGroundKnots = i % 4 == 0 ? null : random.NextDouble() * 102,
        CourseOverGroundDegrees = i % 5 == 0 ? null : random.NextDouble() * 359.9,
        TrueHeadingDegrees = i % 6 == 0 ? null : random.Next(360),
        Status = i % 7 == 0 ? null : (NavigationalStatus)random.Next(15),
    };

    /// <summary>The corners of what can be said.</summary>
    public static ImmutableArray<PositionReport> Corners() =>
    [
        Report(0, new Random(1)) with { Position = new GeoPosition(-180, -90) },
        Report(4, new Random(1)) with { PhenomenonTime = DateTimeOffset.UnixEpoch },
        Report(1, new Random(1)) with { Position = new GeoPosition(180, 90), SpeedOverGroundKnots = 0 },
        Report(2, new Random(1)) with { Position = new GeoPosition(0, 0), CourseOverGroundDegrees = 0 },
        Report(3, new Random(1)) with { PhenomenonTime = new DateTimeOffset(9999, 12, 31, 0, 0, 0, TimeSpan.Zero) },
    ];
}
