using Twin.Model.Observations;
using Twin.Model.Plans;
using Twin.Model.Time;
using Twin.TestKit;
using static Twin.TestKit.TestCity;

namespace Twin.Grains.Tests.Units;

public sealed class UnitRollupTests
{
    private static readonly TimePeriod August2025 = TimePeriod.Month(2025, 8);

    [Fact]
    public async Task A_commune_s_report_reaches_its_district_and_the_city()
    {
        await using var city = await GrainCity.CreateAsync();

        var answer = await city.ReportAsync("10001", Observe("FIBER", June2024, 60, 100));

        var district = await city.FigureAsync("301", "FIBER", June2024);
        var whole = await city.FigureAsync("31", "FIBER", June2024);
        Assert.Equal((1, 1L), (answer.Accepted, answer.LastSequence));
        Assert.Equal((60.0, 60.0, 100.0), (district.Value, district.Numerator, district.Denominator));
        Assert.Equal((3, 1), (district.Expected, district.Reported));
        Assert.Equal((60.0, 6, 1), (whole.Value, whole.Expected, whole.Reported));
    }

    [Fact]
    public async Task Ratios_are_sums_over_sums_and_never_averaged()
    {
        await using var city = await GrainCity.CreateAsync();

        await city.ReportAsync("10001", Observe("FIBER", June2024, 90, 100));
        await city.ReportAsync("10004", Observe("FIBER", June2024, 100, 1000));

        var whole = await city.FigureAsync("31", "FIBER", June2024);
        Assert.Equal(190.0 / 1100 * 100, whole.Value!.Value, 12);
    }

    [Theory]
    [InlineData("CLINICS", 9.0)]
    [InlineData("WORST", 2.0)]
    [InlineData("BEST", 4.0)]
    public async Task Plain_values_roll_up_by_their_aggregation(string indicator, double expected)
    {
        await using var city = await GrainCity.CreateAsync();

        await city.ReportAsync("10001", Observe(indicator, June2024, 3));
        await city.ReportAsync("10002", Observe(indicator, June2024, 4));
        await city.ReportAsync("10005", Observe(indicator, June2024, 2));

        Assert.Equal(expected, (await city.FigureAsync("31", indicator, June2024)).Value);
    }

    [Fact]
    public async Task A_mean_is_weighted()
    {
        await using var city = await GrainCity.CreateAsync();

        await city.ReportAsync("10001", Observe("RATING", June2024, 8, 300));
        await city.ReportAsync("10004", Observe("RATING", June2024, 4, 100));

        Assert.Equal(7.0, (await city.FigureAsync("31", "RATING", June2024)).Value);
    }

    [Fact]
    public async Task A_district_s_own_figure_rolls_up_to_the_city_and_is_not_mixed_with_communes()
    {
        await using var city = await GrainCity.CreateAsync();

        await city.ReportAsync("301", Observe("FILES", June2024, 40, 80));
        var refused = await city.ReportAsync("10001", Observe("FILES", June2024, 1, 2));

        var whole = await city.FigureAsync("31", "FILES", June2024);
        Assert.Equal((50.0, 2, 1), (whole.Value, whole.Expected, whole.Reported));
        Assert.Equal("wrong_level", Assert.Single(refused.Rejected).Refusal.Code);
    }

    [Fact]
    public async Task After_the_reform_a_commune_rolls_straight_up_to_the_city()
    {
        await using var city = await GrainCity.CreateAsync();

        await city.ReportAsync(
            "10001", Observe("CLINICS", June2024, 5), Observe("CLINICS", August2025, 7));

        Assert.Equal(5.0, (await city.FigureAsync("31", "CLINICS", June2024)).Value);
        Assert.Equal(5.0, (await city.FigureAsync("301", "CLINICS", June2024)).Value);
        var after = await city.FigureAsync("31", "CLINICS", August2025);
        Assert.Equal((7.0, 3, 1), (after.Value, after.Expected, after.Reported));
        Assert.Null(await city.Unit("301").GetRollup(Indicator("CLINICS"), August2025, null));
    }

    [Fact]
    public async Task Good_rows_beside_bad_ones_are_kept()
    {
        await using var city = await GrainCity.CreateAsync();

        var answer = await city.ReportAsync(
            "10002",
            Observe("FIBER", June2024, 101, 100),
            Observe("CLINICS", June2024, 2),
            Observe("CLINICS", August2025, 2),
            Observe("NOPE", June2024, 1));

        Assert.Equal(1, answer.Accepted);
        Assert.Equal(
            [(0, "numerator_above_denominator"), (2, "unit_not_valid"), (3, "unknown_indicator")],
            answer.Rejected.Select(r => (r.Index, r.Refusal.Code)));
        Assert.Equal(2.0, (await city.FigureAsync("31", "CLINICS", June2024)).Value);
    }

    [Fact]
    public async Task A_correction_replaces_the_value_and_yesterday_s_answer_can_still_be_had()
    {
        var clock = new ManualTimeProvider();
        await using var city = await GrainCity.WithClockAsync(new InMemoryObservationLog(clock), clock);
        await city.ReportAsync("10001", Observe("CLINICS", June2024, 5));
        await city.ReportAsync("10004", Observe("CLINICS", June2024, 1));
        var yesterday = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromDays(1));

        await city.ReportAsync("10001", Observe("CLINICS", June2024, 3, minutes: 10));

        Assert.Equal(4.0, (await city.FigureAsync("31", "CLINICS", June2024)).Value);
        Assert.Equal(6.0, (await city.FigureAsync("31", "CLINICS", June2024, yesterday)).Value);
        Assert.Equal(4.0, (await city.FigureAsync("31", "CLINICS", June2024, clock.GetUtcNow())).Value);
        Assert.Null((await city.FigureAsync("31", "CLINICS", June2024, yesterday.AddDays(-1))).Value);
    }

    [Fact]
    public async Task A_value_older_than_the_one_that_stands_is_kept_as_history_only()
    {
        await using var city = await GrainCity.CreateAsync();
        await city.ReportAsync("10001", Observe("CLINICS", June2024, 5, minutes: 30));

        var late = await city.ReportAsync("10001", Observe("CLINICS", June2024, 4, minutes: 10));

        Assert.Equal(1, late.Accepted);
        Assert.Equal(5.0, (await city.FigureAsync("31", "CLINICS", June2024)).Value);
    }

    [Fact]
    public async Task A_missing_status_takes_a_value_back()
    {
        await using var city = await GrainCity.CreateAsync();
        await city.ReportAsync("10001", Observe("CLINICS", June2024, 5));
        await city.ReportAsync("10002", Observe("CLINICS", June2024, 2));

        await city.ReportAsync(
            "10001", Observe("CLINICS", June2024, 0, minutes: 1, status: ObservationStatus.Missing));

        var whole = await city.FigureAsync("31", "CLINICS", June2024);
        Assert.Equal((2.0, 1), (whole.Value, whole.Reported));
    }

    [Fact]
    public async Task The_same_report_with_the_same_key_counts_once()
    {
        await using var city = await GrainCity.CreateAsync();

        var first = await city.ReportAsync("10001", "key-1", Observe("CLINICS", June2024, 5));
        var second = await city.ReportAsync("10001", "key-1", Observe("CLINICS", June2024, 5));

        Assert.False(first.IsRepeat);
        Assert.True(second.IsRepeat);
        Assert.Equal(first.LastSequence, second.LastSequence);
        Assert.Equal(1, (await city.FigureAsync("31", "CLINICS", June2024)).Version);
    }

    [Fact]
    public async Task Every_figure_is_the_same_after_a_restart()
    {
        var log = new InMemoryObservationLog(TimeProvider.System);
        double? before;
        await using (var city = await GrainCity.OverAsync(log))
        {
            await city.ReportAsync("10001", Observe("REVENUE", June2024, 0.1));
            await city.ReportAsync("10002", Observe("REVENUE", June2024, 0.2));
            await city.ReportAsync("10006", Observe("REVENUE", June2024, 0.3));
            before = (await city.FigureAsync("31", "REVENUE", June2024)).Value;
        }

        await using var restarted = await GrainCity.OverAsync(log);
        var after = await restarted.FigureAsync("31", "REVENUE", June2024);

        Assert.Equal(before, after.Value);
        Assert.Equal(1 + 2 + 3, after.Version);
    }

    [Fact]
    public async Task A_report_that_the_log_refused_can_be_sent_again_and_counts_once()
    {
        var log = new InMemoryObservationLog(TimeProvider.System) { FailAppends = unit => unit == Code("10001") };
        await using var city = await GrainCity.OverAsync(log);

        await Assert.ThrowsAsync<ObservationLogException>(
            () => city.ReportAsync("10001", "key-1", Observe("CLINICS", June2024, 5)));
        log.FailAppends = null;
        var answer = await city.ReportAsync("10001", "key-1", Observe("CLINICS", June2024, 5));

        Assert.False(answer.IsRepeat);
        Assert.Equal(5.0, (await city.FigureAsync("31", "CLINICS", June2024)).Value);
    }

    [Fact]
    public async Task Changes_are_told_to_the_listener_at_every_level()
    {
        await using var city = await GrainCity.CreateAsync();
        await city.Unit("31").Settle(); // All stand; one that starts later takes what is there without a message.

        await city.ReportAsync("10001", Observe("CLINICS", June2024, 5));
        await city.FigureAsync("31", "CLINICS", June2024);

        var told = city.Changes.SelectMany(c => c.Changes.Select(f => (c.Unit.Value, f.Value))).ToArray();
        Assert.Contains(("10001", 5.0), told);
        Assert.Contains(("301", 5.0), told);
        Assert.Contains(("31", 5.0), told);
    }

    [Fact]
    public async Task A_scorecard_holds_each_binding_target_against_its_own_tier()
    {
        await using var city = await GrainCity.CreateAsync();
        await city.ReportAsync("10001", Observe("FIBER", June2024, 30, 100));
        await city.ReportAsync("301", Observe("FILES", June2024, 55, 100));

        await city.Unit("31").Settle();
        var whole = await city.Unit("31").GetScorecard(June2024);
        var district = await city.Unit("301").GetScorecard(June2024);
        var commune = await city.Unit("10001").GetScorecard(June2024);

        Assert.Equal("T-1 T-2 T-3", Ids(whole));
        Assert.Equal("T-1 T-3", Ids(district));
        Assert.Equal("T-1", Ids(commune));
        Assert.NotEqual(TargetStatus.Met, whole[1].Status); // Exactly 30 % is not above 30 %.
        Assert.Equal(TargetStatus.Met, whole[2].Status);
    }

    private static string Ids(IEnumerable<TargetAssessment> assessments) =>
        string.Join(' ', assessments.Select(a => a.Target.Id));
}
