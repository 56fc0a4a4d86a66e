using Twin.Grains.Alerts;
using Twin.Model.Alerts;
using Twin.Model.Quality;
using Twin.Model.Time;
using Twin.Model.Units;
using Twin.TestKit;
using static Twin.TestKit.TestCity;

namespace Twin.Grains.Tests.Quality;

/// <summary>Scores through the tree, beside each other, and to an alert.</summary>
public sealed class QualityGrainTests
{
    private static readonly string[] Communes = ["10001", "10002", "10003", "10004", "10005", "10006"];

    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2024, 9, 1, 3, 0, 0, TimeSpan.Zero));
    private readonly InMemoryObservationLog _log;

    public QualityGrainTests() => _log = new InMemoryObservationLog(_clock);

    [Fact]
    public async Task Scores_roll_up_to_mean_and_worst_unit()
    {
        await using var city = await StartAsync();
        foreach (var commune in Communes[..5])
        {
            await city.ReportAsync(commune, Observe("FIBER", June2024, 5, 10));
        }

        var district = await city.Unit("302").GetQuality(June2024);
        var whole = await city.Unit("31").GetQuality(June2024);

        // Of district 302 two of three communes reported; it owes a figure of its own, which did not come.
        var complete = district.Tallies[(int)QualityDimension.Complete];
        Assert.Equal((200.0, 4), (complete.Sum, complete.Count));
        Assert.Equal((0.0, "10006"), (complete.Worst, complete.WorstUnit.Value));
        var all = whole.Tallies[(int)QualityDimension.Complete];
        Assert.Equal((500.0, 8, 500.0 / 8), (all.Sum, all.Count, all.Mean));
        Assert.Equal(5, whole.Tallies[(int)QualityDimension.Correct].Count);
    }

    [Fact]
    public async Task A_report_is_in_the_scores_at_once_and_what_came_due_on_the_day()
    {
        await using var city = await StartAsync();
        await city.ReportAsync("10001", Observe("FIBER", June2024, 5, 10));
        var before = await city.Unit("10001").GetValueQuality(June2024);

        await city.ReportAsync("10001", Observe("FIBER", June2024, 5, 10, 5));
        var resent = await city.Unit("10001").GetValueQuality(June2024);
        var july = await city.Unit("10001").GetValueQuality(TimePeriod.Month(2024, 7));
        var august = await city.Unit("10001").GetValueQuality(TimePeriod.Month(2024, 8));
        _clock.Advance(TimeSpan.FromDays(30));
        var later = await city.Unit("10001").GetValueQuality(TimePeriod.Month(2024, 8));

        Assert.Equal((100.0, 95.0), (before[0].Scores.Clean, resent[0].Scores.Clean));
        Assert.Equal(TimePeriod.Month(2024, 7), july[0].Period);
        Assert.Equal(TimePeriod.Month(2024, 7), august[0].Period); // August's is not due on 1 September.
        Assert.Equal(TimePeriod.Month(2024, 8), later[0].Period);
    }

    [Fact]
    public async Task A_commune_far_from_those_beside_it_is_found_and_so_are_copies()
    {
        await using var city = await StartAsync();
        await city.ReportAsync("10001", Observe("FIBER", June2024, 6_000, 10_000), Observe("REVENUE", June2024, 1_234));
        await city.ReportAsync("10002", Observe("FIBER", June2024, 6_100, 10_000), Observe("REVENUE", June2024, 1_234));
        await city.ReportAsync("10003", Observe("FIBER", June2024, 9_900, 10_000), Observe("REVENUE", June2024, 1_235));
        await city.Unit("301").Settle();

        var found = new List<string>();
        foreach (var commune in Communes[..3])
        {
            found.AddRange((await city.Unit(commune).GetValueQuality(June2024))
                .SelectMany(value => value.Deductions.Select(one => $"{commune} {one.Finding.Rule}")));
        }

        Assert.Equal("10001 shared, 10002 shared, 10003 peers", string.Join(", ", found.Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task A_commune_whose_figures_are_bad_raises_an_alert_and_clears_it_when_they_are_good()
    {
        var rule = WithAlerts().AlertRules[0] with
        {
            Id = "quality-low",
            Kind = AlertRuleKind.Quality,
            IsAbove = false,
            RaiseAt = 70,
            ClearAt = 80,
            Levels = [AdministrativeLevel.Commune],
        };
        await using var city = await StartAsync(rule);
        await city.ReportAsync("10001", Observe("FIBER", TimePeriod.Month(2024, 7), 5, 10));
        await EvaluateAsync(city);
        Assert.Empty(await city.Alerts("10001").GetAlerts());

        var raised = Assert.Single(await city.Alerts("10006").GetAlerts());
        await city.ReportAsync("10006", Observe("FIBER", TimePeriod.Month(2024, 7), 5, 10));
        await EvaluateAsync(city);

        Assert.Equal((AlertRuleKind.Quality, AlertState.Raised), (raised.Kind, raised.State));
        Assert.Contains("0 of 100", raised.ReasonEn, StringComparison.Ordinal);
        Assert.Equal(AlertState.Resolved, Assert.Single(await city.Alerts("10006").GetAlerts()).State);
    }

    [Fact]
    public async Task A_feed_that_is_down_raises_no_alerts_on_quality_below_it()
    {
        var rule = WithAlerts().AlertRules[0] with
        {
            Id = "quality-low", Kind = AlertRuleKind.Quality, IsAbove = false, RaiseAt = 70, ClearAt = 80,
        };
        var feed = WithAlerts().AlertRules.Single(one => one.Kind == AlertRuleKind.Feed);
        await using var city = await StartAsync(rule, feed);

        await EvaluateAsync(city);

        Assert.Equal(AlertRuleKind.Feed, Assert.Single(await city.Alerts("31").GetAlerts()).Kind);
        Assert.Empty(await city.Alerts("10006").GetAlerts());
    }

    [Fact]
    public async Task A_city_without_rules_has_no_score_to_raise_an_alert_by()
    {
        var rule = WithAlerts().AlertRules[0] with
        {
            Id = "quality-low", Kind = AlertRuleKind.Quality, IsAbove = false, RaiseAt = 70, ClearAt = 80,
        };
        await using var city = await GrainCity.WithClockAsync(
            _log, _clock, definition: WithDuties() with { AlertRules = [rule] });

        await EvaluateAsync(city);

        Assert.Empty(await city.Alerts("10006").GetAlerts());
    }

    private Task EvaluateAsync(GrainCity city) =>
        city.Alerts("31").Evaluate(new AlertTick(_clock.GetUtcNow(), []));

    private Task<GrainCity> StartAsync(params AlertRule[] rules) => GrainCity.WithClockAsync(
        _log, _clock, definition: TestQuality.City() with { AlertRules = [.. rules] });
}
