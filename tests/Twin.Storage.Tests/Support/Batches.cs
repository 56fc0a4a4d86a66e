using System.Collections.Immutable;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Quality;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Storage.Tests.Support;

/// <summary>Batches for tests, and their comparison.</summary>
internal static class Batches
{
    public static readonly AdministrativeUnitCode QuanToan = AdministrativeUnitCode.Parse("11296", null);
    public static readonly AdministrativeUnitCode HongBang = AdministrativeUnitCode.Parse("303", null);

    public static ObservationBatch Of(
        AdministrativeUnitCode unit, string? key = null, int count = 1, double value = 1) =>
        new(unit, "reporter", key, [.. Enumerable.Range(0, count).Select(i => Observation(i, value + i))]);

    public static Observation Observation(int indicator, double value) => new(
        Indicator(indicator),
        TimePeriod.Month(2026, 6),
        value,
        null,
        ObservationStatus.Normal,
        new DateTimeOffset(2026, 6, 30, 12, 0, 0, TimeSpan.Zero),
        "ioc");

    public static IndicatorCode Indicator(int number) =>
        IndicatorCode.Parse(FormattableString.Invariant($"INDICATOR-{number}"), null);

    /// <summary>Numbers, texts, times, statuses of any kind, from a seed.</summary>
    public static ObservationBatch Random(Random random)
    {
        string[] sources = ["ioc", "", "Sở Thông tin và Truyền thông", "báo cáo tháng 6 📊", new string('đ', 500)];
        string[] breakdowns = ["", "SIZE_CLASS=15-24", "OPERATOR=VIETTEL;ROAD_CLASS=MAIN", "PROCEDURE=1.000894.H24"];
        ObservationNotes?[] notes =
        [
            null,
            ObservationNotes.Of(FormatTrouble.Spaces),
            new() { Held = new QualityFinding("jump-far", QualityRuleKind.Jump, 6_000.5, 100, 60.005) },
            new() { Decision = new QuarantineDecision(QuarantineDecisionKind.Correct, 7, "sai đơn vị; f=1\nđã sửa 📊") },
        ];
        var isBroken = random.Next(3) == 0;
        var isNoted = random.Next(3) == 0;
        var observations = Enumerable.Range(0, random.Next(1, 40)).Select(_ => new Observation(
            Indicator(random.Next(50)),
            TimePeriod.Month(random.Next(1900, 2200), random.Next(1, 13)),
            Number(random),
            random.Next(2) == 0 ? Number(random) : null,
            (ObservationStatus)random.Next(5),
            new DateTimeOffset(random.NextInt64(DateTimeOffset.MaxValue.Ticks), TimeSpan.Zero),
            sources[random.Next(sources.Length)],
            isBroken ? Breakdown.Parse(breakdowns[random.Next(breakdowns.Length)]) : default,
            isNoted ? notes[random.Next(notes.Length)] : null));
        return new ObservationBatch(
            random.Next(2) == 0 ? QuanToan : HongBang,
            sources[random.Next(sources.Length)],
            random.Next(2) == 0 ? FormattableString.Invariant($"khóa-{random.NextInt64()}") : null,
            [.. observations]);
    }

    /// <summary>Asserts that two lists agree in every bit; <c>-0</c> and <c>0</c> differ.</summary>
    public static void AssertSame(ImmutableArray<Observation> expected, ImmutableArray<Observation> actual)
    {
        Assert.Equal(expected.AsEnumerable(), actual.AsEnumerable());
        Assert.Equal(expected.Select(Bits), actual.Select(Bits));
    }

    public static void AssertSame(ObservationBatch expected, ObservationBatch actual)
    {
        Assert.Equal(expected with { Observations = [] }, actual with { Observations = [] });
        AssertSame(expected.Observations, actual.Observations);
    }

    private static (long, long?) Bits(Observation observation) => (
        BitConverter.DoubleToInt64Bits(observation.Value),
        observation.Denominator is { } denominator ? BitConverter.DoubleToInt64Bits(denominator) : null);

    private static double Number(Random random) => random.Next(5) switch
    {
        0 => random.Next(-1000, 1_000_000),
        1 => random.Next(10_000) / 100.0,
        2 => random.NextDouble() * 1e12,
        3 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)),
        _ => 0,
    };
}
