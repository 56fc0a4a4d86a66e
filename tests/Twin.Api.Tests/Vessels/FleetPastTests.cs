using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Orleans;
using Twin.Grains.Vessels;
using Twin.Model.Space;
using Twin.TestKit;
using static Twin.TestKit.FleetCity;

namespace Twin.Api.Tests.Vessels;

/// <summary>The fleet over a span of time, in the sea of stripes.</summary>
public sealed class FleetPastTests
{
    private const int StepMinutes = 30;
    private static readonly GeoPosition Coast = new(106.5, 20);
    private static readonly GeoPosition Offshore = new(109.5, 20);

    [Fact]
    public async Task At_every_step_the_past_is_what_the_map_showed_then()
    {
        await using var app = await StartAsync();
        var from = app.Clock.GetUtcNow();
        var shown = new List<string>();
        for (var step = 0; step <= 30; step++)
        {
            // HP-0 fishes on the coast, where it may not, and is silent for ten hours; HP-1 sails on.
            List<(string, GeoPosition)> reports =
                [("HP-1", Offshore with { LongitudeDegrees = 109.5 - (step * 0.01) })];
            if (step is < 6 or > 25)
            {
                reports.Add(("HP-0", Coast with { LatitudeDegrees = 20 + (step * 0.001) }));
            }

            await ReportAsync(app, reports);
            shown.Add(Picture(await app.GetAsync("/v1/vessels/positions")));
            app.Clock.Advance(TimeSpan.FromMinutes(StepMinutes));
        }

        var past = await PastAsync(app, from, app.Clock.GetUtcNow());

        Assert.Equal(
            shown, Enumerable.Range(0, shown.Count).Select(step => PictureAt(past, step * StepMinutes * 60L)),
            StringComparer.Ordinal);
        Assert.Contains(shown, picture => picture.Contains("HP-0 lost", StringComparison.Ordinal));
        Assert.Contains(shown, picture => picture.Contains("coastal 1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_last_heard_before_the_span_is_known_of_boats_that_were_lost_in_it()
    {
        await using var app = await StartAsync();
        await ReportAsync(app, [("HP-0", Coast), ("HP-2", Offshore)]);
        var heard = app.Clock.GetUtcNow();
        for (var i = 0; i < 6 * 48; i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(StepMinutes));
            await ReportAsync(app, [("HP-1", Offshore)]);
        }

        await ReportAsync(app, [("HP-0", Offshore)]);

        var to = app.Clock.GetUtcNow();
        var past = await PastAsync(app, to.AddDays(-1), to);

        var before = (long)(heard - to.AddDays(-1)).TotalSeconds;
        Assert.Equal("HP-0 HP-1 HP-2", Ids(past));
        Assert.Equal([before, 86_400], Moments(past, "HP-0"));
        Assert.Equal([before], Moments(past, "HP-2"));
        Assert.Contains("HP-0 lost 106.5", PictureAt(past, 0), StringComparison.Ordinal);
        Assert.Contains("HP-0 inContact 109.5", PictureAt(past, 86_400), StringComparison.Ordinal);
        Assert.Contains("HP-2 lost 109.5", PictureAt(past, 86_400), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_heard_often_is_told_seldom_and_the_ends_of_silence_stay()
    {
        await using var app = await StartAsync();
        var from = app.Clock.GetUtcNow();
        int[] minutes = [0, 5, 10, 15, 20, 25, 30, 35, 40, 160, 165, 170, 190, 195];
        foreach (var minute in minutes)
        {
            app.Clock.Advance(from.AddMinutes(minute) - app.Clock.GetUtcNow());
            await ReportAsync(app, [("HP-1", Offshore)]);
        }

        var past = await PastAsync(app, from, app.Clock.GetUtcNow());
        var other = await app.GetAsync($"/v1/vessels/past?unit=20001&{Span(from, app.Clock.GetUtcNow())}");

        Assert.Equal(
            ["0", "30", "40", "160", "190", "195"],
            Moments(past, "HP-1").Select(seconds => (seconds / 60).ToString(CultureInfo.InvariantCulture)),
            StringComparer.Ordinal);
        Assert.Equal(string.Empty, Ids(other));
    }

    [Theory]
    [InlineData("stepMinutes=4", "invalid_parameter")]
    [InlineData("stepMinutes=121", "invalid_parameter")]
    [InlineData("from=2026-11-20T00:00:00Z&to=2026-11-19T00:00:00Z", "invalid_parameter")]
    [InlineData("from=2026-11-01T00:00:00Z", "invalid_parameter")]
    [InlineData("to=2050-01-01T00:00:00Z", "invalid_parameter")]
    [InlineData("unit=nix", "invalid_parameter")]
    [InlineData("asOf=2026-11-20T00:00:00Z", "unknown_parameter")]
    public async Task A_past_that_cannot_be_asked_for_is_a_problem(string query, string code)
    {
        await using var app = await StartAsync();

        var problem = await app.GetProblemAsync("/v1/vessels/past?" + query, 400);

        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Before_anything_was_heard_there_are_columns_with_nothing_in_them()
    {
        await using var app = await StartAsync();

        var past = await app.GetAsync("/v1/vessels/past");

        Assert.Equal(string.Empty, Ids(past));
        Assert.Equal(0, past.GetProperty("atSeconds").GetArrayLength());
    }

    private static async Task<TwinApp> StartAsync()
    {
        var app = await TwinApp.StartAsync(services: services => services.AddSingleton(ZoneCity.Rules));
        await app.Service<IGrainFactory>().RegisterAsync(
        [
            Boat("HP-0") with { Gear = "gillnet" }, Boat("HP-1"), Boat("HP-2", home: "20001"),
            Boat("HP-3", home: "20002"),
        ]);
        return app;
    }

    private static Task<JsonElement> PastAsync(TwinApp app, DateTimeOffset from, DateTimeOffset to) =>
        app.GetAsync($"/v1/vessels/past?{Span(from, to)}&stepMinutes={StepMinutes}");

    private static string Span(DateTimeOffset from, DateTimeOffset to) => $"from={Text(from)}&to={Text(to)}";

    /// <summary>Each boat with contact, longitude, zone and whether it violates, as the map has it now.</summary>
    private static string Picture(JsonElement positions) => string.Join(
        ", ",
        Enumerable.Range(0, positions.GetProperty("id").GetArrayLength()).Select(i => Line(
            positions.GetProperty("id")[i],
            Word(positions, "contacts", positions.GetProperty("contact")[i]),
            positions.GetProperty("longitude")[i],
            Word(positions, "zones", positions.GetProperty("zone")[i]),
            positions.GetProperty("violates")[i])));

    /// <summary>The same out of a past, so many seconds after its begin.</summary>
    private static string PictureAt(JsonElement past, long seconds)
    {
        var lines = new List<string>();
        foreach (var (id, moments, changes) in Vessels(past))
        {
            var at = moments.Last(moment => past.GetProperty("atSeconds")[moment].GetInt64() <= seconds);
            var change = changes.Last(one => past.GetProperty("changedAtSeconds")[one].GetInt64() <= seconds);
            lines.Add(Line(
                id,
                Word(past, "contacts", past.GetProperty("contact")[change]),
                past.GetProperty("longitude")[at],
                Word(past, "zones", past.GetProperty("zone")[at]),
                past.GetProperty("violates")[at]));
        }

        return string.Join(", ", lines);
    }

    private static string Line(
        JsonElement id, string? contact, JsonElement longitude, string? zone, JsonElement violates) =>
        FormattableString.Invariant($"{id} {contact} {Math.Round(longitude.GetDouble(), 4)} {zone} {violates}");

    private static string? Word(JsonElement answer, string words, JsonElement place) =>
        place.GetInt32() < 0 ? null : answer.GetProperty(words)[place.GetInt32()].GetString();

    private static IEnumerable<(JsonElement Id, int[] Moments, int[] Changes)> Vessels(JsonElement past)
    {
        var (moment, change) = (0, 0);
        for (var i = 0; i < past.GetProperty("id").GetArrayLength(); i++)
        {
            var moments = past.GetProperty("momentCount")[i].GetInt32();
            var changes = past.GetProperty("changeCount")[i].GetInt32();
            yield return (
                past.GetProperty("id")[i],
                [.. Enumerable.Range(moment, moments)],
                [.. Enumerable.Range(change, changes)]);
            (moment, change) = (moment + moments, change + changes);
        }
    }

    private static IEnumerable<long> Moments(JsonElement past, string id) => Vessels(past)
        .Single(vessel => vessel.Id.ValueEquals(id)).Moments.Select(i => past.GetProperty("atSeconds")[i].GetInt64());

    private static string Ids(JsonElement past) =>
        string.Join(' ', past.GetProperty("id").EnumerateArray().Select(id => id.GetString()));

    private static string Text(DateTimeOffset at) =>
        at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static async Task ReportAsync(TwinApp app, IEnumerable<(string Id, GeoPosition At)> reports)
    {
        var rows = reports.Select(report => JsonSerializer.Serialize(new
        {
            vessel = report.Id,
            time = Text(app.Clock.GetUtcNow()),
            longitude = report.At.LongitudeDegrees,
            latitude = report.At.LatitudeDegrees,
            speedOverGroundKnots = 2,
        }));
        using var content = new StringContent(string.Join('\n', rows), Encoding.UTF8, "application/x-ndjson");
        using var response = await app.Client.PostAsync("/v1/positions", content);
        Assert.True(response.IsSuccessStatusCode);
    }
}
