using System.Globalization;
using System.Text;
using System.Text.Json;
using Orleans;
using Twin.Grains.Vessels;
using static Twin.TestKit.FleetCity;

namespace Twin.Api.Tests.Vessels;

/// <summary>
/// Boats of two communes that fall silent one after the other, while another one goes on and shows that the feed works.
/// </summary>
public sealed class LostVesselTests
{
    [Fact]
    public async Task Lost_boats_are_counted_by_unit_size_and_quarter_of_the_day_and_listed()
    {
        await using var app = await StartAsync();
        await FallSilentAsync(app);

        var lost = await app.GetAsync("/v1/vessels/lost?unit=31");

        Assert.Equal("HP-2 HP-1 HP-0", Ids(lost));
        Assert.Equal(3, lost.GetProperty("vessels").GetInt32());
        Assert.Equal(3, lost.GetProperty("numberMatched").GetInt32());
        Assert.Equal(
            "10001 from15To24 evening 1, 20001 under6 night 1, 20001 from15To24 evening 1",
            string.Join(", ", lost.GetProperty("groups").EnumerateArray().Select(group => string.Join(
                ' ',
                group.GetProperty("unit").GetString(),
                group.GetProperty("sizeClass").GetString(),
                group.GetProperty("lostSlot").GetString(),
                group.GetProperty("vessels").GetRawText()))));
    }

    [Theory]
    [InlineData("unit=20001&sizeClass=from15To24,from24", "HP-1")]
    [InlineData("lostSlot=night", "HP-2")]
    [InlineData("from=2026-11-21T18:00:00Z", "HP-2")]
    [InlineData("to=2026-11-21T13:00:00Z", "HP-0")]
    [InlineData("from=2026-11-21T13:00:01Z&to=2026-11-21T16:00:00Z", "HP-1")]
    [InlineData("silentSince=2026-11-21T16:00:00Z", "HP-1 HP-0")]
    [InlineData("contact=longLost", "")]
    [InlineData("contact=lost&q=hp-0", "HP-0")]
    public async Task A_filter_leaves_those_that_are_wanted(string filter, string ids)
    {
        await using var app = await StartAsync();
        await FallSilentAsync(app);

        Assert.Equal(ids, Ids(await app.GetAsync("/v1/vessels/lost?" + filter)));
    }

    [Fact]
    public async Task Who_was_heard_again_is_listed_as_of_then_or_when_asked_for()
    {
        await using var app = await StartAsync();
        await FallSilentAsync(app);
        var then = Text(app.Clock.GetUtcNow());
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await ReportAsync(app, "HP-0", "HP-2");

        Assert.Equal("HP-1", Ids(await app.GetAsync("/v1/vessels/lost")));
        Assert.Equal("HP-2 HP-1 HP-0", Ids(await app.GetAsync("/v1/vessels/lost?asOf=" + then)));
        var night = await app.GetAsync("/v1/vessels/lost?ended=true&from=2026-11-21T13:00:00Z");
        Assert.Equal("HP-2 HP-1 HP-0", Ids(night));
        Assert.Equal(3, night.GetProperty("episodes").GetInt32());
        Assert.False(night.GetProperty("lacksEpisodes").GetBoolean());
    }

    [Fact]
    public async Task Episodes_are_counted_apart_from_boats()
    {
        await using var app = await StartAsync();
        for (var i = 0; i < 3; i++)
        {
            await ReportAsync(app, "HP-0");
            await ListenAsync(app, TimeSpan.FromHours(7));
        }

        var lost = await app.GetAsync("/v1/vessels/lost?ended=true");

        Assert.Equal(1, lost.GetProperty("vessels").GetInt32());
        Assert.Equal(3, lost.GetProperty("episodes").GetInt32());
        Assert.Equal(
            1, (await app.GetAsync("/v1/vessels/lost")).GetProperty("episodes").GetInt32());
    }

    [Fact]
    public async Task While_the_feed_is_down_nobody_is_lost()
    {
        await using var app = await StartAsync();
        await ReportAsync(app, "HP-0", "HP-1");
        app.Clock.Advance(TimeSpan.FromHours(9));

        var lost = await app.GetAsync("/v1/vessels/lost");

        Assert.Equal(0, lost.GetProperty("numberMatched").GetInt32());
        Assert.Empty(lost.GetProperty("groups").EnumerateArray());
    }

    [Fact]
    public async Task A_page_has_a_link_to_the_next_and_the_counts_of_all()
    {
        await using var app = await StartAsync();
        await FallSilentAsync(app);

        var first = await app.GetAsync("/v1/vessels/lost?limit=2");
        var next = first.GetProperty("links").EnumerateArray().Single(
            link => link.GetProperty("rel").ValueEquals("next")).GetProperty("href").GetString();

        Assert.Equal(3, first.GetProperty("vessels").GetInt32());
        Assert.Equal("HP-0", Ids(await app.GetAsync(next!))); // A link has an address.
    }

    [Theory]
    [InlineData("contact=inPort", "invalid_parameter")]
    [InlineData("from=2026-11-21T18:00:00Z&to=2026-11-21T17:00:00Z", "invalid_parameter")]
    [InlineData("silentSince=yesterday", "invalid_parameter")]
    [InlineData("silentSince=2026-11-21T11:00:00Z&ended=true", "invalid_parameter")]
    [InlineData("asOf=2090-01-01T00:00:00Z", "invalid_parameter")]
    [InlineData("since=2026-11-21T11:00:00Z", "unknown_parameter")]
    public async Task What_cannot_be_asked_is_a_problem(string query, string code)
    {
        await using var app = await StartAsync();

        var problem = await app.GetProblemAsync("/v1/vessels/lost?" + query, 400);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.NotEmpty(problem.GetProperty("hint").GetString()!); // Every problem has one.
    }

    // HP-0 at 20:00, HP-1 at 23:00, HP-2 at 02:00 by the clock of Vietnam; the others go on.
    private static async Task FallSilentAsync(TwinApp app)
    {
        await ReportAsync(app, "HP-0", "HP-1", "HP-2");
        await ListenAsync(app, TimeSpan.FromHours(3));
        await ReportAsync(app, "HP-1", "HP-2");
        await ListenAsync(app, TimeSpan.FromHours(3));
        await ReportAsync(app, "HP-2");
        await ListenAsync(app, TimeSpan.FromHours(6.5));
    }

    private static async Task<TwinApp> StartAsync()
    {
        var app = await TwinApp.StartAsync();
        var start = new DateTimeOffset(2026, 11, 21, 13, 0, 0, TimeSpan.Zero);
        app.Clock.Advance(start - app.Clock.GetUtcNow());
        await app.Service<IGrainFactory>().RegisterAsync(
        [
            Boat("HP-0", 18, "10001"),
            Boat("HP-1", 22, "20001"),
            Boat("HP-2", 5, "20001"),
            Boat("HP-3", 18, "20001"),
        ]);
        return app;
    }

    private static async Task ListenAsync(TwinApp app, TimeSpan span)
    {
        for (var end = app.Clock.GetUtcNow() + span; app.Clock.GetUtcNow() < end;)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(15));
            await ReportAsync(app, "HP-3");
        }
    }

    private static string Ids(JsonElement list) => string.Join(
        ' ', list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));

    private static string Text(DateTimeOffset at) =>
        at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static async Task ReportAsync(TwinApp app, params string[] ids)
    {
        var rows = ids.Select(id => JsonSerializer.Serialize(new
        {
            vessel = id,
            time = Text(app.Clock.GetUtcNow()),
            longitude = AtSea.LongitudeDegrees,
            latitude = AtSea.LatitudeDegrees,
        }));
        using var content = new StringContent(string.Join('\n', rows), Encoding.UTF8, "application/x-ndjson");
        using var response = await app.Client.PostAsync("/v1/positions", content);
        Assert.True(response.IsSuccessStatusCode);
    }
}
