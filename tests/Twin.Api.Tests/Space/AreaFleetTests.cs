using System.Globalization;
using System.Text.Json;

namespace Twin.Api.Tests.Space;

/// <summary>Vessels counted in drawn areas and on grids.</summary>
public sealed class AreaFleetTests(VesselSearchTests.Sea sea) : IClassFixture<VesselSearchTests.Sea>
{
    private const string Square =
        """{"type":"Polygon","coordinates":[[[106.2,20.1],[106.8,20.1],[106.8,20.9],[106.2,20.9],[106.2,20.1]]]}""";

    private TwinApp App => sea.App;

    [Fact]
    public async Task A_polygon_across_two_districts_says_which_boats_are_in_it_beside_units_and_figures()
    {
        var expected = sea.Boats.Where(boat =>
            boat.At is { LongitudeDegrees: >= 106.2 and <= 106.8, LatitudeDegrees: >= 20.1 and <= 20.9 }).ToArray();

        var area = await AskAsync($$"""{"geometry":{{Square}},"date":"2025-06-30","indicators":["FIBER"]}""");

        var fleet = area.GetProperty("fleet");
        Assert.Equal(expected.Length, fleet.GetProperty("vessels").GetInt32());
        Assert.Equal(0, fleet.GetProperty("lost").GetInt32());
        var groups = fleet.GetProperty("groups").EnumerateArray().ToArray();
        Assert.Equal(expected.Length, groups.Sum(group => group.GetProperty("vessels").GetInt32()));
        Assert.Equal(
            expected.Count(boat => boat.LengthMeters is >= 15 and < 24),
            groups.Where(group => group.GetProperty("sizeClass").GetString() is "from15To24")
                .Sum(group => group.GetProperty("vessels").GetInt32()));
        Assert.Equal(4, area.GetProperty("units").GetArrayLength());
        Assert.Single(area.GetProperty("figures").EnumerateArray());
    }

    [Fact]
    public async Task Boats_of_an_earlier_instant_are_counted_where_they_were()
    {
        var none = await AskAsync($$"""{"geometry":{{Square}},"datetime":"2026-11-22T11:59:00Z"}""");

        Assert.Equal(0, none.GetProperty("fleet").GetProperty("vessels").GetInt32());
        Assert.Equal("2026-11-22T11:59:00.000Z", none.GetProperty("fleet").GetProperty("at").GetString());
    }

    [Theory]
    [InlineData("""{"geometry":GEOMETRY,"weight":"gold"}""")]
    [InlineData("""{"geometry":GEOMETRY,"datetime":"2050-01-01T00:00:00Z"}""")]
    public async Task What_cannot_be_asked_of_an_area_is_refused(string body)
    {
        using var response = await App.PostJsonAsync(
            "/v1/space/summary", body.Replace("GEOMETRY", Square, StringComparison.Ordinal));

        await TwinApp.ReadProblemAsync(response, 400);
    }

    [Theory]
    [InlineData("square", 10)]
    [InlineData("hex", 10)]
    [InlineData("square", 14)]
    public async Task A_grid_counts_every_boat_once(string shape, int matrix)
    {
        var grid = await App.GetAsync(string.Create(
            CultureInfo.InvariantCulture, $"/v1/space/density?matrix={matrix}&shape={shape}"));

        var cells = grid.GetProperty("features").EnumerateArray().ToArray();
        Assert.Equal(sea.Boats.Count, cells.Sum(cell => Number(cell, "count")));
        Assert.Equal(
            cells.Length,
            cells.Select(cell => cell.GetProperty("id").GetString()).Distinct(StringComparer.Ordinal).Count());
        Assert.All(cells, cell =>
        {
            Assert.InRange(Number(cell, "count"), 1, sea.Boats.Count);
            Assert.Equal(
                Number(cell, "count") / Number(cell, "areaSquareKilometers"), Number(cell, "perSquareKilometer"), 1e-3);
        });
    }

    [Fact]
    public async Task A_grid_of_a_unit_counts_what_is_in_it_and_fulfills_the_filter()
    {
        var strip = sea.Boats.Count(boat => boat.LengthMeters >= 15 && boat.At is
            { LongitudeDegrees: >= 106 + (1.0 / 6) and <= 106 + (2.0 / 6), LatitudeDegrees: >= 20 and <= 21 });

        var grid = await App.GetAsync(
            "/v1/space/density?matrix=12&unit=10002&date=2025-06-30&filter=lengthMeters%20%3E%3D%2015");

        Assert.Equal(strip, grid.GetProperty("features").EnumerateArray().Sum(cell => Number(cell, "count")));
        Assert.NotEqual(0, strip);
    }

    [Theory]
    [InlineData("")]
    [InlineData("matrix=19")]
    [InlineData("matrix=-1")]
    [InlineData("matrix=5&shape=round")]
    [InlineData("matrix=5&bbox=1,2,3")]
    [InlineData("matrix=5&nearest=3")]
    [InlineData("matrix=5&filter=color%3D1")]
    public async Task A_grid_that_cannot_be_made_is_refused(string query) =>
        await App.GetProblemAsync("/v1/space/density?" + query, 400);

    private static double Number(JsonElement cell, string name) =>
        cell.GetProperty("properties").GetProperty(name).GetDouble();

    private async Task<JsonElement> AskAsync(string body)
    {
        using var response = await App.PostJsonAsync("/v1/space/summary", body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonElement.Parse(text);
    }
}
