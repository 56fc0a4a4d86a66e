using System.Text.Json;
using Twin.Model.Duties;
using Twin.TestKit;

namespace Twin.Api.Tests.Duties;

public sealed class DutyTests
{
    // Reports on June 2024 are due on 10 July.
    private static readonly DateTimeOffset Before = new(2024, 7, 8, 3, 0, 0, TimeSpan.Zero);

    private const string July = "from=2024-07&to=2024-07";

    [Fact]
    public async Task A_clerk_sees_who_has_not_reported_and_who_was_late()
    {
        await using var app = await ReportedAsync();

        var missing = await app.GetAsync($"/v1/duties?{July}&state=missing");

        Assert.Equal(6, missing.GetProperty("numberMatched").GetInt32()); // Four communes and both districts.
        var first = missing.GetProperty("items")[0];
        Assert.Equal("P-2024.commune.monthly~10003~2024-06", first.GetProperty("id").GetString());
        Assert.Equal("2024-07-10", first.GetProperty("dueDay").GetString());
        Assert.Equal("2024-07-10T17:00:00.000Z", first.GetProperty("onTimeBefore").GetString());
        Assert.Equal(
            ["FIBER"],
            first.GetProperty("outstanding").EnumerateArray().Select(code => code.GetString()),
            StringComparer.Ordinal);
        var late = await app.GetAsync($"/v1/duties?{July}&state=late&unit=301");
        var only = Assert.Single(late.GetProperty("items").EnumerateArray());
        Assert.Equal("10002", only.GetProperty("unit").GetString());
        Assert.Equal(0, await MatchedAsync(app, $"{July}&state=late&unit=302"));
        Assert.Equal(0, await MatchedAsync(app, $"{July}&cadence=P1Y"));
        Assert.Equal(6, await MatchedAsync(app, $"{July}&agency=A-1"));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repeat()
    {
        await using var app = await ReportedAsync();
        var ids = new List<string?>();
        string? next = $"/v1/duties?{July}&limit=3";
        while (next is not null)
        {
            var page = await app.GetAsync(next);
            Assert.Equal(8, page.GetProperty("numberMatched").GetInt32());
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(one => one.GetProperty("id").GetString()));
            next = page.GetProperty("links").EnumerateArray()
                .Where(link => link.GetProperty("rel").ValueEquals("next"))
                .Select(link => link.GetProperty("href").GetString()).FirstOrDefault();
        }

        Assert.Equal(8, ids.Count);
        Assert.Equal(8, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Timeliness_rolls_up_like_any_indicator()
    {
        await using var app = await ReportedAsync();

        var figure = await app.GetAsync(
            $"/v1/units/31/rollup?indicator={DutyIndicators.Timeliness.Code}&period=2024-06");
        Assert.Equal(1, figure.GetProperty("numerator").GetDouble());
        Assert.Equal(8, figure.GetProperty("denominator").GetDouble());
        Assert.Equal(12.5, figure.GetProperty("value").GetDouble());
        Assert.Equal(8, figure.GetProperty("coverage").GetProperty("expected").GetInt32());
        Assert.Equal(8, figure.GetProperty("coverage").GetProperty("reported").GetInt32());

        var summary = await app.GetAsync($"/v1/duties/summary?{July}");
        var rows = summary.GetProperty("items").EnumerateArray().ToDictionary(
            row => row.GetProperty("key").GetString()!, row => row.GetProperty("count"), StringComparer.Ordinal);
        Assert.Equal(["301", "302"], rows.Keys.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(25, rows["301"].GetProperty("timelinessPercent").GetDouble());
        Assert.Equal(50, rows["301"].GetProperty("completenessPercent").GetDouble());
        Assert.Equal(0, rows["302"].GetProperty("onTime").GetInt32());
        Assert.Equal(4, rows["302"].GetProperty("missing").GetInt32());
    }

    [Theory]
    [InlineData("agency", "A-1", 6)]
    [InlineData("indicator", "FIBER", 6)]
    [InlineData("duty", "P-2024.commune.monthly", 6)]
    [InlineData("month", "2024-06", 8)]
    [InlineData("cadence", "P1M", 8)]
    public async Task Reports_are_counted_by_what_is_asked_for(string by, string key, int due)
    {
        await using var app = await ReportedAsync();

        var summary = await app.GetAsync($"/v1/duties/summary?{July}&by={by}");

        var row = summary.GetProperty("items").EnumerateArray().Single(r => r.GetProperty("key").ValueEquals(key));
        Assert.Equal(due, row.GetProperty("count").GetProperty("due").GetInt32());
        Assert.True(row.GetProperty("nameVi").GetString() is { Length: > 0 });
    }

    [Fact]
    public async Task As_of_the_day_before_nothing_is_missing()
    {
        await using var app = await ReportedAsync();

        Assert.Equal(0, await MatchedAsync(app, $"{July}&state=missing&asOf=2024-07-09T00:00:00Z"));
        Assert.Equal(7, await MatchedAsync(app, $"{July}&state=dueSoon&asOf=2024-07-09T00:00:00Z"));
    }

    [Fact]
    public async Task The_calendar_shows_what_is_due_beside_holidays()
    {
        await using var app = await ReportedAsync();

        var calendar = await app.GetAsync("/v1/duties/calendar?from=2024-04&to=2024-05");

        var days = calendar.GetProperty("days").EnumerateArray()
            .ToDictionary(day => day.GetProperty("date").GetString()!, StringComparer.Ordinal);
        Assert.Equal(61, days.Count);
        Assert.Equal("Holiday", days["2024-04-30"].GetProperty("holidayEn").GetString());
        Assert.False(days["2024-04-30"].GetProperty("isWorkingDay").GetBoolean());
        Assert.True(days["2024-05-04"].GetProperty("isWorkingDay").GetBoolean());
        var due = days["2024-05-10"].GetProperty("duties").EnumerateArray().ToArray();
        Assert.Equal(
            ["2024-04", "2024-04"], due.Select(one => one.GetProperty("period").GetString()), StringComparer.Ordinal);
        Assert.Equal(6, due[0].GetProperty("owing").GetInt32());
    }

    [Fact]
    public async Task A_calendar_program_gets_an_event_for_each_duty_and_period()
    {
        await using var app = await ReportedAsync();

        using var response = await app.Client.GetAsync($"/v1/duties/calendar.ics?{July}&lang=vi");
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/calendar", response.Content.Headers.ContentType?.MediaType);
        var lines = text.Split("\r\n");
        Assert.Equal("BEGIN:VCALENDAR", lines[0]);
        Assert.Equal(2, lines.Count(line => line is "BEGIN:VEVENT"));
        Assert.Contains("DTSTART;VALUE=DATE:20240710", lines, StringComparer.Ordinal);
        Assert.Contains("UID:P-2024.commune.monthly.2024-06.31@test.twin", lines, StringComparer.Ordinal);
        Assert.Contains("SUMMARY:Báo cáo số liệu tháng (2024-06)", lines, StringComparer.Ordinal);
        Assert.All(lines, line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
    }

    [Fact]
    public async Task A_report_owed_is_found_by_its_id()
    {
        await using var app = await ReportedAsync();

        var one = await app.GetAsync("/v1/duties/P-2024.commune.monthly~10002~2024-06");

        Assert.Equal("late", one.GetProperty("state").GetString());
        await app.GetProblemAsync("/v1/duties/P-2024.commune.monthly~99999~2024-06", 404);
        await app.GetProblemAsync("/v1/duties/P-2024.commune.monthly~10002~2024-Q2", 404);
        await app.GetProblemAsync("/v1/duties/nothing", 404);
    }

    [Theory]
    [InlineData("state=lost", "invalid_parameter")]
    [InlineData("cadence=P1W", "invalid_parameter")]
    [InlineData("agency=nobody", "invalid_parameter")]
    [InlineData("duty=none", "invalid_parameter")]
    [InlineData("from=2020&to=2024", "invalid_parameter")]
    [InlineData("from=2024-07&to=2024-06", "invalid_parameter")]
    [InlineData("by=unit", "unknown_parameter")]
    public async Task What_cannot_be_asked_is_refused(string query, string code)
    {
        await using var app = await TwinApp.StartAsync(city: TestCity.WithDuties(), now: Before);

        var problem = await app.GetProblemAsync($"/v1/duties?{query}", 400);

        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Nobody_reports_what_the_program_counts_itself()
    {
        await using var app = await TwinApp.StartAsync(city: TestCity.WithDuties(), now: Before);

        using var response = await app.PostAsync(
            $"unit,indicator,period,value,denominator\n10001,{DutyIndicators.Timeliness.Code},2024-06,1,2\n");
        var problem = await TwinApp.ReadProblemAsync(response, 422);

        Assert.Equal("derived_indicator", problem.GetProperty("rejected")[0].GetProperty("code").GetString());
    }

    /// <summary>10001 reported in time, 10002 three days late, the others and the districts not at all.</summary>
    private static async Task<TwinApp> ReportedAsync()
    {
        var app = await TwinApp.StartAsync(city: TestCity.WithDuties(), now: Before);
        await app.ReportAsync("unit,indicator,period,value,denominator\n10001,FIBER,2024-06,8,10\n");
        await app.AdvanceAsync(TimeSpan.FromDays(5));
        await app.ReportAsync("unit,indicator,period,value,denominator\n10002,FIBER,2024-06,9,10\n");
        await app.AdvanceAsync(TimeSpan.FromDays(1));
        await app.SettleAsync();
        return app;
    }

    private static async Task<int> MatchedAsync(TwinApp app, string query)
    {
        JsonElement answer = await app.GetAsync($"/v1/duties?{query}");
        return answer.GetProperty("numberMatched").GetInt32();
    }
}
