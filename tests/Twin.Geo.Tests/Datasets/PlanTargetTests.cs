using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.TestKit;
using Xunit;

namespace Twin.Geo.Tests.Datasets;

/// <summary>
/// Every target of the five plans, explicit or implied, held against numbers that were reckoned by hand: one just short
/// of it, one at it, one just beyond it. Shares are written as numerator and denominator.
/// </summary>
public sealed class PlanTargetTests
{
    private static readonly Dictionary<string, Target> Targets =
        HaiPhong.Dataset.City.Targets.ToDictionary(target => target.Id, StringComparer.Ordinal);

    /// <summary>
    /// Id, denominator (0 for a plain value), then the numerators (or values) below, at and above, and whether each
    /// meets it.
    /// </summary>
    public static TheoryData<string, double, double, double, double, string> Rows => new()
    {
        // Cần Thơ 2016: 70 % of 1,000 documents are 700; 75 % of 400 staff are 300; 15 % and 6 % of 1,800 procedures.
        { "CT-01", 1_000, 699, 700, 701, "no yes yes" },
        { "CT-02", 400, 299, 300, 301, "no yes yes" },
        { "CT-03", 1_800, 269, 270, 271, "no yes yes" },
        { "CT-04", 1_800, 107, 108, 109, "no yes yes" },
        { "CT-05", 94, 92, 93, 94, "no no yes" },
        { "CT-06", 115, 113, 114, 115, "no no yes" },
        { "CT-07", 85, 83, 84, 85, "no no yes" },
        // Hải Phòng 2022: 60, 50 and 30 % of each tier's own files; 70 % of 5,640 reports are 3,948.
        { "HP-01", 1_739, 1_737, 1_738, 1_739, "no no yes" },
        { "HP-02", 52_310, 52_308, 52_309, 52_310, "no no yes" },
        { "HP-03", 12_345, 7_406, 7_407, 7_408, "no yes yes" },
        { "HP-04", 30_002, 15_000, 15_001, 15_002, "no yes yes" },
        { "HP-05", 65_430, 19_628, 19_629, 19_630, "no yes yes" },
        { "HP-06", 5_640, 3_947, 3_948, 3_949, "no yes yes" },
        { "HP-07", 315_710, 31_570, 31_571, 31_572, "no yes yes" },
        { "HP-08", 0, 8.999, 9, 9.001, "no yes yes" },
        { "HP-09", 0, 14.999, 15, 15.001, "no yes yes" },
        { "HP-10", 630_080, 504_063, 504_064, 504_065, "no yes yes" },
        // 30 % of 2,072,390 people are 621,717: exactly that many are not more than 30 %.
        { "HP-12", 2_072_390, 621_716, 621_717, 621_718, "no no yes" },
        { "HP-13", 2_072_390, 414_477, 414_478, 414_479, "no yes yes" },
        { "HP-15", 168, 166, 167, 168, "no no yes" },
        { "HP-16", 4_200_000, 4_199_998, 4_199_999, 4_200_000, "no no yes" },
        { "HP-17", 31_415, 31_413, 31_414, 31_415, "no no yes" },
        { "HP-18", 22_018, 22_016, 22_017, 22_018, "no no yes" },
        { "BV-01", 0, 199, 200, 201, "no yes yes" },
        // Hồ Chí Minh City 2011–2015: 70 % of 98,760 documents are 69,132; 50 % of 1,250.5 km are 625.25.
        { "HCM-01", 1_250, 1_248, 1_249, 1_250, "no no yes" },
        { "HCM-02", 40, 38, 39, 40, "no no yes" },
        { "HCM-03", 98_760, 69_131, 69_132, 69_133, "no yes yes" },
        { "HCM-04", 140_000, 139_998, 139_999, 140_000, "no no yes" },
        { "HCM-05", 11_020, 11_018, 11_019, 11_020, "no no yes" },
        { "HCM-06", 0, 29.99, 30, 30.01, "no yes yes" }, // About 30 % a year: at least, for more is better.
        { "HCM-07", 412.5, 412.3, 412.4, 412.5, "no no yes" },
        { "HCM-08", 1_250.5, 625.24, 625.25, 625.26, "no yes yes" },
        { "HCM-09", 8_800, 8_798, 8_799, 8_800, "no no yes" },
        // 70 % of 7,818,200 people are 5,472,740: exactly that many are not more than 70 %.
        { "HCM-10", 7_818_200, 5_472_739, 5_472_740, 5_472_741, "no no yes" },
        // Hương Trà 2016–2020. A range is missed on either side: 15 to 20 % of 2,000 are 300 to 400.
        { "HT-01", 510, 508, 509, 510, "no no yes" },
        { "HT-02", 7_204, 7_202, 7_203, 7_204, "no no yes" },
        { "HT-03", 366, 364, 365, 366, "no no yes" },
        { "HT-04", 28, 26, 27, 28, "no no yes" },
        { "HT-05", 412, 410, 411, 412, "no no yes" },
        { "HT-06", 412, 411, 412, 413, "no yes yes" }, // One computer each; there may be more.
        { "HT-07", 412, 410, 411, 412, "no no yes" },
        { "HT-08", 16, 14, 15, 16, "no no yes" },
        { "HT-09", 28, 26, 27, 28, "no no yes" },
        { "HT-10", 412, 410, 411, 412, "no no yes" },
        { "HT-11", 226, 112, 113, 114, "no yes yes" },
        { "HT-12", 2_000, 299, 300, 301, "no yes yes" },
        { "HT-13", 0, 0, 1, 2, "no yes yes" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_target_is_met_where_its_plan_says_and_nowhere_before(
        string id, double denominator, double below, double at, double above, string isMet)
    {
        var target = Targets[id];
        Assert.True(HaiPhong.Dataset.City.Indicators.TryGet(target.Indicator.GetValueOrDefault(), out var indicator));

        var answers = new[] { below, at, above }
            .Select(numerator => TargetRules.IsMet(target, indicator, Figure(indicator, numerator, denominator)))
            .Select(met => met ? "yes" : "no");

        Assert.Equal(isMet, string.Join(' ', answers));
        // The whole judgement at the due date comes to the same.
        Assert.Equal(TargetStatus.Missed, Judge(target, indicator, below, denominator));
        Assert.Equal(TargetStatus.Met, Judge(target, indicator, above, denominator));
    }

    [Theory]
    [InlineData(299, false)]
    [InlineData(300, true)]
    [InlineData(400, true)]
    [InlineData(401, false)]
    public void The_training_budget_is_outside_of_its_range_on_either_side(double numerator, bool isMet)
    {
        var target = Targets["HT-12"];
        Assert.True(HaiPhong.Dataset.City.Indicators.TryGet(target.Indicator.GetValueOrDefault(), out var indicator));

        Assert.Equal(isMet, TargetRules.IsMet(target, indicator, Figure(indicator, numerator, 2_000)));
    }

    [Fact]
    public void No_target_explicit_or_implied_goes_without_a_row()
    {
        var all = Targets.Values.Where(t => t.Kind is TargetKind.Target or TargetKind.TargetImplied).ToList();

        Assert.Equal(39, all.Count(t => t.Kind == TargetKind.Target));
        Assert.Equal(8, all.Count(t => t.Kind == TargetKind.TargetImplied));
        Assert.Equal(
            all.Select(t => t.Id).Order(StringComparer.Ordinal),
            Rows.Select(row => (string)row[0]).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.All(all, target => Assert.True(target.IsMeasurable, target.Id));
    }

    [Fact]
    public void All_106_rows_are_there_and_what_cannot_be_measured_is_known_by_name()
    {
        string[] unmeasured =
        [
            .. Targets.Values.Where(t => !t.IsMeasurable
                    && t.Kind is not (TargetKind.Observed or TargetKind.Cadence or TargetKind.Threshold))
                .Select(t => t.Id).Order(StringComparer.Ordinal),
        ];

        Assert.Equal(106, Targets.Count);
        // Universal smartphones without a figure, and a share to be forecast.
        Assert.Equal(["HCM-23", "HP-14"], unmeasured);
        Assert.True(Targets["BV-30"].IsMeasurable); // To improve needs no figure.
    }

    private static TargetStatus Judge(Target target, Indicator indicator, double numerator, double denominator)
    {
        var figure = Figure(indicator, numerator, denominator) with
        {
            Period = TimePeriod.Year(target.DueDate!.Value.Year), // Every explicit or implied target has one.
        };
        return TargetRules.Assess(target, indicator, [figure], target.DueDate.Value).Status;
    }

    private static Rollup Figure(Indicator indicator, double numerator, double denominator)
    {
        var aggregate = indicator.Aggregation == AggregationKind.WeightedMean
            ? new Aggregate(numerator * 1_000, 1_000, 1, 0, 0)
            : new Aggregate(numerator, denominator, 1, 0, 0);
        return new Rollup(
            TestCity.Code("31"),
            indicator.Code,
            TimePeriod.Year(2024),
            indicator.Derivation is null
                ? Aggregation.ValueOf(indicator.Aggregation, indicator.Scale, aggregate)
                : numerator, // What is derived has no numerator that a plan names: its value is given.
            aggregate.Numerator,
            indicator.HasDenominator ? aggregate.Denominator : null,
            1,
            1,
            0,
            null,
            1);
    }
}
