using System.Globalization;
using Twin.Model.Alerts;
using Twin.Model.Duties;
using Twin.Model.Plans;
using Twin.Model.Rollups;
using Twin.Model.Units;
using static Twin.Model.Tests.Texts;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Alerts;

public sealed class AlertReadingsTests
{
    private static readonly CityDefinition City = WithDuties();

    private static readonly AlertRule Rule = new()
    {
        Id = "rule",
        Kind = AlertRuleKind.Threshold,
        NameVi = "Luật",
        NameEn = "Rule",
        Levels = [AdministrativeLevel.Commune],
        IsAbove = true,
        RaiseAt = 10,
        ClearAt = 5,
        Severity = AlertSeverity.Warning,
        ValidFrom = new DateOnly(2024, 1, 1),
        ValidTo = new DateOnly(2024, 12, 31),
    };

    public static TheoryData<string, double, double?, double> Behind => new()
    {
        { "without data", double.NaN, null, double.NaN },
        { "met", 85, null, 0 },
        { "after the due date, short by ten", 70, null, 10 },
        { "before it, on the path", 50, 50, 0 },
        { "before it, ahead of the path", 60, 50, 0 },
        { "before it, eight behind the path", 42, 50, 8 },
    };

    [Theory]
    [MemberData(nameof(Behind))]
    public void A_target_reads_as_how_far_behind_its_path_the_figure_is(
        string why, double value, double? expected, double behind)
    {
        var target = City.Targets[0]; // At least 80.
        var hasData = !double.IsNaN(value);
        var reading = AlertReadings.OfTarget(Rule, new TargetAssessment
        {
            Target = target,
            Status = !hasData ? TargetStatus.NoData
                : value >= 80 ? TargetStatus.Met
                : expected is null ? TargetStatus.Missed : TargetStatus.OffTrack,
            ReasonEn = "why",
            ReasonVi = "vì sao",
            Figure = hasData ? Figure(value) : null,
            Gap = value - 80,
            ExpectedNow = expected,
        });

        Assert.True(hasData == reading is not null, why);
        Assert.Equal(behind, reading?.Measure ?? double.NaN, 1e-9);
    }

    [Fact]
    public void Age_is_counted_in_days_of_Vietnam_from_the_period_s_last_day()
    {
        var indicator = City.Indicators.Items[0];

        Assert.Null(AlertReadings.OfAge(Rule, indicator, null, Instant("2024-07-10T00:00:00")));
        Assert.Equal(10, AlertReadings.OfAge(Rule, indicator, June2024, Instant("2024-07-10T16:59:00"))!.Measure);
        Assert.Equal(11, AlertReadings.OfAge(Rule, indicator, June2024, Instant("2024-07-10T17:00:00"))!.Measure);
    }

    [Fact]
    public void A_feed_reads_as_the_share_that_came_and_as_nothing_when_none_was_due()
    {
        Assert.Equal(25, AlertReadings.OfFeed(Rule, "test", 1, 4)!.Measure);
        Assert.Null(AlertReadings.OfFeed(Rule, "test", 0, 0));
    }

    [Fact]
    public void Figures_duties_and_scores_read_as_their_numbers()
    {
        var indicator = City.Indicators.Items[0];
        Assert.Null(AlertReadings.OfFigure(Rule, indicator, null));
        Assert.Equal(7, AlertReadings.OfFigure(Rule, indicator, Figure(7))!.Measure);
        Assert.Equal(
            3, AlertReadings.OfDuty(Rule, City.Duties.Items[0], default(DutyTally) with { Missing = 3 }).Measure);
        Assert.Null(AlertReadings.OfQuality(Rule, null));
        Assert.Equal(55, AlertReadings.OfQuality(Rule, 55)!.Measure);
    }

    [Theory]
    [InlineData("2023-12-31", AdministrativeLevel.Commune, false)]
    [InlineData("2024-01-01", AdministrativeLevel.Commune, true)]
    [InlineData("2024-12-31", AdministrativeLevel.Commune, true)]
    [InlineData("2025-01-01", AdministrativeLevel.Commune, false)]
    [InlineData("2024-06-01", AdministrativeLevel.City, false)]
    public void A_rule_holds_for_its_levels_within_its_dates(string day, AdministrativeLevel level, bool holds) =>
        Assert.Equal(holds, Rule.Holds(level, DateOnly.ParseExact(
            day, "yyyy-MM-dd", CultureInfo.InvariantCulture)));

    private static Rollup Figure(double value) =>
        new(Code("10001"), Indicator("FIBER"), June2024, value, value, 100, 1, 1, 0, Instant("2024-07-01T00:00:00"), 1);
}
