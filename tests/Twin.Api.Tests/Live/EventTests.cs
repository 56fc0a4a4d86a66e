using System.Globalization;
using System.Text.Json;

namespace Twin.Api.Tests.Live;

public sealed class EventTests
{
    private const string Header = "unit,indicator,period,value,denominator\n";

    [Fact]
    public async Task A_report_is_told_for_the_unit_and_all_above_it()
    {
        await using var app = await TwinApp.StartAsync();
        // A unit that wakes up begins with what those below it have; only what comes later is a change.
        await app.GetAsync("/v1/units/31/rollup?indicator=FIBER&period=2024-06");
        await using var events = await EventReader.OpenAsync(app.Client);

        await ReportAsync(app, "10001", 60);

        var units = new HashSet<string?>(StringComparer.Ordinal);
        while (units.Count < 3)
        {
            var (kind, data) = await events.ReadAsync();
            Assert.Equal("rollup", kind);
            units.Add(data.GetProperty("unit").GetString());
            var change = Assert.Single(data.GetProperty("changes").EnumerateArray());
            Assert.Equal("FIBER", change.GetProperty("indicator").GetString());
            Assert.Equal(60, change.GetProperty("value").GetDouble());
            Assert.Equal(1, data.GetProperty("total").GetInt32());
        }

        Assert.Superset(new HashSet<string?>(["10001", "301", "31"], StringComparer.Ordinal), units);
        Assert.Equal("text/event-stream", events.Response.Content.Headers.ContentType?.MediaType);
        Assert.True(events.Response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task A_unit_hears_of_itself_and_what_is_below_it()
    {
        await using var app = await TwinApp.StartAsync();
        await using var events = await EventReader.OpenAsync(app.Client, "/v1/events?unit=302&kinds=rollup");

        await ReportAsync(app, "10001", 60);
        await ReportAsync(app, "10004", 20);

        Assert.Equal("10004", await UnitAsync(events));
        Assert.Equal("302", await UnitAsync(events));
    }

    [Fact]
    public async Task Ids_only_grow_and_a_client_that_comes_back_gets_what_it_missed()
    {
        await using var app = await TwinApp.StartAsync();
        string? last;
        await using (var events = await EventReader.OpenAsync(app.Client, "/v1/events?unit=10001"))
        {
            await ReportAsync(app, "10001", 1);
            await events.ReadAsync();
            last = events.LastEventId;
        }

        await ReportAsync(app, "10001", 2);
        await ReportAsync(app, "10001", 3);
        await using var again = await EventReader.OpenAsync(app.Client, "/v1/events?unit=10001", last);

        var (kind, second) = await again.ReadAsync();
        var secondId = again.LastEventId;
        var (_, third) = await again.ReadAsync();
        Assert.Equal("rollup", kind);
        Assert.Equal(2, second.GetProperty("changes")[0].GetProperty("value").GetDouble());
        Assert.Equal(3, third.GetProperty("changes")[0].GetProperty("value").GetDouble());
        Assert.True(Number(last) < Number(secondId) && Number(secondId) < Number(again.LastEventId));
    }

    [Fact]
    public async Task A_client_that_saw_no_event_yet_can_come_back_too()
    {
        await using var app = await TwinApp.StartAsync();
        string? last;
        await using (var events = await EventReader.OpenAsync(app.Client))
        {
            last = events.LastEventId;
        }

        await ReportAsync(app, "10001", 2);
        await using var again = await EventReader.OpenAsync(app.Client, lastEventId: last);

        Assert.Equal("rollup", (await again.ReadAsync()).Kind);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("9000000000000000")]
    [InlineData("nonsense")]
    [InlineData("-1")]
    public async Task An_id_that_cannot_be_resumed_from_is_answered_with_a_reset(string lastEventId)
    {
        await using var app = await TwinApp.StartAsync();

        await using var events = await EventReader.OpenAsync(app.Client, lastEventId: lastEventId);

        Assert.Equal("reset", (await events.ReadAsync()).Kind);
        await ReportAsync(app, "10001", 2);
        Assert.Equal("rollup", (await events.ReadAsync()).Kind);
    }

    [Fact]
    public async Task An_id_of_another_silo_is_answered_with_a_reset()
    {
        await using var app = await TwinApp.StartAsync();
        await using var witness = await EventReader.OpenAsync(app.Client, "/v1/events?unit=10001");
        await ReportAsync(app, "10001", 1);
        await witness.ReadAsync();
        var foreign = (Number(witness.LastEventId) - 1).ToString(CultureInfo.InvariantCulture);

        await using var events = await EventReader.OpenAsync(app.Client, lastEventId: foreign);

        Assert.Equal("reset", (await events.ReadAsync()).Kind);
    }

    [Fact]
    public async Task Clients_start_anew_when_the_silo_learns_that_it_missed_changes_of_another()
    {
        await using var app = await TwinApp.StartAsync();
        await using var events = await EventReader.OpenAsync(app.Client);

        app.Service<Twin.Model.Rollups.IRollupAudience>().OnMissed();

        Assert.Equal("reset", (await events.ReadAsync()).Kind);
    }

    [Fact]
    public async Task Events_that_are_no_longer_kept_are_answered_with_a_reset()
    {
        await using var app = await TwinApp.StartAsync(options => options.MaxEventsKept = 2);
        await using var witness = await EventReader.OpenAsync(app.Client, "/v1/events?unit=10001");
        var last = witness.LastEventId;
        for (var value = 1; value <= 3; value++)
        {
            await ReportAsync(app, "10001", value);
            await witness.ReadAsync();
        }

        await using var again = await EventReader.OpenAsync(app.Client, "/v1/events?unit=10001", last);

        Assert.Equal("reset", (await again.ReadAsync()).Kind);
    }

    [Fact]
    public async Task What_changed_while_nobody_listened_is_answered_with_a_reset()
    {
        await using var app = await TwinApp.StartAsync();
        string? last;
        await using (var events = await EventReader.OpenAsync(app.Client))
        {
            last = events.LastEventId;
        }

        var hub = app.Service<Twin.Model.Rollups.IRollupListener>();
        while (hub.IsListening)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        await using var again = await EventReader.OpenAsync(app.Client, lastEventId: last);

        Assert.Equal("reset", (await again.ReadAsync()).Kind);
    }

    [Fact]
    public async Task A_silent_stream_shows_that_it_lives()
    {
        await using var app = await TwinApp.StartAsync();
        await using var events = await EventReader.OpenAsync(app.Client);

        app.Clock.Advance(TimeSpan.FromSeconds(15));

        Assert.Equal((string.Empty, string.Empty), await events.ReadBlockAsync());
    }

    [Fact]
    public async Task More_clients_than_may_be_are_refused_until_one_goes()
    {
        await using var app = await TwinApp.StartAsync(options => options.MaxSubscribers = 1);
        await using (await EventReader.OpenAsync(app.Client))
        {
            var problem = await app.GetProblemAsync("/v1/events", 503);
            Assert.Equal("unavailable", problem.GetProperty("code").GetString());
        }

        while (true)
        {
            await using var events = await EventReader.OpenAsync(app.Client);
            if (events.Response.IsSuccessStatusCode)
            {
                break;
            }
        }
    }

    [Fact]
    public async Task A_silo_that_stops_ends_the_streams()
    {
        await using var app = await TwinApp.StartAsync();
        await using var events = await EventReader.OpenAsync(app.Client);

        await app.StopAsync();

        await Assert.ThrowsAnyAsync<IOException>(() => events.ReadBlockAsync());
    }

    /// <summary>Reports, and waits until the city has it: grains send upwards by a clock that stands still.</summary>
    private static async Task<JsonElement> ReportAsync(TwinApp app, string unit, int value)
    {
        var receipt = await app.ReportAsync(
            FormattableString.Invariant($"{Header}{unit},FIBER,2024-06,{value},100\n"));
        return await app.GetFigureAsync("31", "FIBER", "2024-06", receipt);
    }

    private static async Task<string?> UnitAsync(EventReader events) =>
        (await events.ReadAsync()).Data.GetProperty("unit").GetString();

    private static long Number(string? id) => long.Parse(id!, CultureInfo.InvariantCulture);
}
