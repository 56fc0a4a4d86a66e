using Twin.Grains.Alerts;
using Twin.Model.Alerts;
using Twin.Model.Time;
using Twin.TestKit;
using static Twin.TestKit.TestCity;

namespace Twin.Grains.Tests.Alerts;

public sealed class AlertGrainTests
{
    private static readonly string[] Communes = ["10001", "10002", "10003", "10004", "10005", "10006"];
    private static readonly DateTimeOffset July = new(2024, 7, 20, 3, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset September = new(2024, 9, 20, 3, 0, 0, TimeSpan.Zero);

    private readonly InMemoryStateStore _states = new();
    private readonly ManualTimeProvider _clock = new(July);
    private readonly InMemoryObservationLog _log;

    public AlertGrainTests() => _log = new InMemoryObservationLog(_clock);

    [Fact]
    public async Task A_feed_that_is_down_is_one_alert_and_not_one_for_every_unit()
    {
        await using var city = await StartAsync();
        await ReportAsync(city, TimePeriod.Month(2024, 5), Communes);
        await ReportAsync(city, June2024, Communes);
        await EvaluateAsync(city, July);
        Assert.Empty(await AllAsync(city));

        // Two months later nothing has come: every unit is stale and in arrears.
        await EvaluateAsync(city, September);

        var only = Assert.Single(await AllAsync(city));
        Assert.Equal((AlertRuleKind.Feed, "31"), (only.Kind, only.Unit.Value));
        await EvaluateAsync(city, September.AddHours(1));
        Assert.Single(await AllAsync(city));
    }

    [Fact]
    public async Task When_the_feed_is_back_each_unit_answers_for_itself()
    {
        await using var city = await StartAsync();
        await ReportAsync(city, June2024, Communes);
        await EvaluateAsync(city, September);
        _clock.Advance(September - July);

        await ReportAsync(city, TimePeriod.Month(2024, 8), Communes[..5]);
        await ReportAsync(city, TimePeriod.Month(2024, 7), Communes[..5]);
        await EvaluateAsync(city, September.AddHours(1));

        var alerts = await AllAsync(city);
        Assert.Equal(AlertState.Resolved, Assert.Single(alerts, one => one.Kind == AlertRuleKind.Feed).State);
        Assert.Equal("10006", Assert.Single(alerts, one => one.Kind == AlertRuleKind.MissingDuty).Unit.Value);
        Assert.Equal("10006", Assert.Single(alerts, one => one.Kind == AlertRuleKind.Staleness).Unit.Value);
    }

    [Fact]
    public async Task A_restart_neither_loses_an_alert_nor_raises_it_again()
    {
        string id;
        await using (var city = await StartAsync())
        {
            await city.ReportAsync("10001", Observe("FIBER", June2024, 5, 10));
            await EvaluateAsync(city, July);
            var raised = Assert.Single(await city.Alerts("10001").GetAlerts(), IsLow);
            id = raised.Id;
            var answer = await city.Alerts("10001").Act(
                new AlertAction(id, AlertEventKind.Acknowledged, "Lan", string.Empty));
            Assert.Equal(AlertState.Acknowledged, answer.Alert?.State);
        }

        await using var again = await StartAsync();
        await EvaluateAsync(again, July.AddHours(1));

        var kept = Assert.Single(await again.Alerts("10001").GetAlerts(), IsLow);
        Assert.Equal((id, AlertState.Acknowledged), (kept.Id, kept.State));
        Assert.Equal(2, kept.Events.Length);
    }

    [Fact]
    public async Task A_case_keeps_what_happened_to_it()
    {
        await using (var city = await StartAsync())
        {
            var opened = await city.Alerts("10001").ActOnCase(new CaseAction(
                null, "Thiếu cáp", ["10001-1"], "Lan", null, "Minh", new DateOnly(2024, 8, 1), "Gọi nhà mạng"));
            await city.Alerts("10001").ActOnCase(new CaseAction(
                opened.Case!.Id, null, [], "Minh", CaseStage.Acting, null, null, "Đã gọi"));
        }

        await using var again = await StartAsync();
        var file = Assert.Single(await again.Alerts("10001").GetCases());

        Assert.Equal(("10001-C1", CaseStage.Acting, "Minh"), (file.Id, file.Stage, file.Assignee));
        Assert.Equal(new DateOnly(2024, 8, 1), file.Deadline);
        Assert.Equal(2, file.Events.Length);
    }

    private static bool IsLow(Alert alert) => alert.Kind == AlertRuleKind.Threshold;

    private static Task EvaluateAsync(GrainCity city, DateTimeOffset at) =>
        city.Alerts("31").Evaluate(new AlertTick(at, []));

    private static async Task<IReadOnlyList<Alert>> AllAsync(GrainCity city)
    {
        var all = new List<Alert>();
        foreach (var unit in (string[])["31", "301", "302", .. Communes])
        {
            all.AddRange(await city.Alerts(unit).GetAlerts());
        }

        return all;
    }

    private static async Task ReportAsync(GrainCity city, TimePeriod period, IEnumerable<string> communes)
    {
        foreach (var commune in communes)
        {
            await city.ReportAsync(commune, Observe("FIBER", period, 9, 10));
        }

        foreach (var district in (string[])["301", "302"])
        {
            await city.ReportAsync(district, Observe("FILES", period, 9, 10));
        }

        await city.Unit("31").Settle();
    }

    private Task<GrainCity> StartAsync() => GrainCity.WithClockAsync(_log, _clock, _states, WithAlerts());
}
