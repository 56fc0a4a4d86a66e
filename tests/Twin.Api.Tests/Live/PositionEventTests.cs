using Twin.Api.Live;
using Twin.Model.Vessels;
using static Twin.Api.Tests.Vessels.FleetOfThree;
using static Twin.TestKit.FleetCity;

namespace Twin.Api.Tests.Live;

/// <summary>Vessels that move, as they move.</summary>
public sealed class PositionEventTests
{
    private const string Path = "/v1/events?kinds=position";

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    [Fact]
    public async Task Each_boat_is_told_once_a_beat_as_it_was_last()
    {
        await using var app = await StartAsync();
        await using var events = await EventReader.OpenAsync(app.Client, Path);
        await ReportAsync(app, "HP-2", AtSea);
        app.Clock.Advance(TimeSpan.FromMilliseconds(100));
        await ReportAsync(app, "HP-2", AtSea with { LongitudeDegrees = 107.5002 });
        await ReportAsync(app, "HP-3", AtSea);

        app.Clock.Advance(Pace);

        var (kind, data) = await events.ReadAsync();
        Assert.Equal(("position", "HP-2 HP-3"), (kind, Ids(data)));
        Assert.Contains(107.5002, data.GetProperty("longitude").EnumerateArray().Select(one => one.GetDouble()));
    }

    [Fact]
    public async Task A_unit_hears_of_its_own_boats_alone()
    {
        await using var app = await StartAsync();
        await using var events = await EventReader.OpenAsync(app.Client, Path + "&unit=20001");
        await ReportAsync(app, "HP-1", AtSea);
        app.Clock.Advance(Pace);
        await ReportAsync(app, "HP-2", AtSea);
        app.Clock.Advance(Pace);

        Assert.Equal("HP-2", Ids((await events.ReadAsync()).Data));
    }

    [Fact]
    public async Task Who_names_no_kinds_hears_of_no_boats()
    {
        await using var app = await StartAsync();
        await using var boats = await EventReader.OpenAsync(app.Client, Path);
        await using var others = await EventReader.OpenAsync(app.Client);
        await ReportAsync(app, "HP-1", AtSea);
        app.Clock.Advance(Pace);
        await boats.ReadAsync();

        app.Service<EventHub>().OnMissed();

        Assert.Equal("reset", (await others.ReadAsync()).Kind);
    }

    [Fact]
    public async Task A_client_that_comes_back_gets_each_boat_once_as_it_is_now()
    {
        await using var app = await StartAsync();
        await using var witness = await EventReader.OpenAsync(app.Client, Path);
        var last = witness.LastEventId;
        foreach (var longitude in new[] { 107.5, 107.501, 107.502 })
        {
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await ReportAsync(app, "HP-2", AtSea with { LongitudeDegrees = longitude });
            app.Clock.Advance(Pace);
            await witness.ReadAsync();
        }

        await using var again = await EventReader.OpenAsync(app.Client, Path, last);

        var (_, data) = await again.ReadAsync();
        Assert.Equal(107.502, Assert.Single(data.GetProperty("longitude").EnumerateArray()).GetDouble());
        Assert.Equal(witness.LastEventId, again.LastEventId);
    }

    [Fact]
    public async Task A_client_that_follows_more_from_now_on_says_where_it_was()
    {
        await using var app = await StartAsync();
        await using var witness = await EventReader.OpenAsync(app.Client, Path);
        await using var before = await EventReader.OpenAsync(app.Client, "/v1/events?kinds=city");
        await ReportAsync(app, "HP-1", AtSea);
        app.Clock.Advance(Pace);
        await witness.ReadAsync();

        await using var after = await EventReader.OpenAsync(
            app.Client, $"{Path},city&lastEventId={before.LastEventId}");

        Assert.Equal("HP-1", Ids((await after.ReadAsync()).Data));
    }

    [Fact]
    public async Task Moves_that_are_no_longer_kept_are_answered_with_a_reset_and_other_events_are_still_there()
    {
        await using var app = await StartAsync(options => options.MaxPositionsKept = 1);
        await using var witness = await EventReader.OpenAsync(app.Client, Path);
        var last = witness.LastEventId;
        foreach (var id in new[] { "HP-1", "HP-2" })
        {
            await ReportAsync(app, id, AtSea);
            app.Clock.Advance(Pace);
            await witness.ReadAsync();
        }

        await using var boats = await EventReader.OpenAsync(app.Client, Path, last);
        await using var figures = await EventReader.OpenAsync(app.Client, "/v1/events?kinds=rollup", last);

        Assert.Equal("reset", (await boats.ReadAsync()).Kind);
        app.Service<EventHub>().OnMissed();
        Assert.Equal("reset", (await figures.ReadAsync()).Kind);
        Assert.NotEqual(last, figures.LastEventId, StringComparer.Ordinal);
    }

    [Fact]
    public async Task While_nobody_watches_nothing_is_made_up()
    {
        await using var app = await StartAsync();
        var fleet = app.Service<IFleetListener>();
        await using (await EventReader.OpenAsync(app.Client))
        {
            Assert.False(fleet.IsWatching);
        }

        await using (await EventReader.OpenAsync(app.Client, Path))
        {
            Assert.True(fleet.IsWatching);
        }

        while (fleet.IsWatching)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }
    }

    [Fact]
    public async Task An_older_report_that_comes_later_does_not_put_a_boat_back()
    {
        await using var app = await StartAsync();
        await using var events = await EventReader.OpenAsync(app.Client, Path);
        var live = app.Service<LiveFleet>();
        var now = app.Clock.GetUtcNow();
        live.OnMoved([Mark(now)]);
        live.OnMoved([Mark(now - TimeSpan.FromMinutes(5))]);

        app.Clock.Advance(Pace);

        var (_, data) = await events.ReadAsync();
        Assert.Equal(0, Assert.Single(data.GetProperty("ageSeconds").EnumerateArray()).GetInt64());
    }

    [Fact]
    public async Task A_kind_that_there_is_not_is_a_problem_that_names_those_there_are()
    {
        await using var app = await StartAsync();

        var problem = await app.GetProblemAsync("/v1/events?kinds=boats", 400);

        Assert.Contains(
            "alert, case, city, position, rollup", problem.GetProperty("hint").GetString(), StringComparison.Ordinal);
    }

    private static VesselMark Mark(DateTimeOffset at) => new(
        Named("HP-2"),
        new FleetGroup(null, SizeClass.From15To24, ContactState.InContact, true, false, null, null, null),
        Report("HP-2", at));
}
