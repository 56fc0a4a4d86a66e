using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Twin.Api.Features;

namespace Twin.Api.Tests.Space;

public sealed class LocateTests
{
    private const string Epsg = "http://www.opengis.net/def/crs/EPSG/0/";

    [Theory]
    [InlineData("CRS84", "coordinates=106.05,20.5", "10001 301 31")]
    [InlineData("another district", "coordinates=106.99,20.5", "10006 302 31")]
    [InlineData("the corner of all", "coordinates=106,20", "10001 301 31")]
    [InlineData("the sea", "coordinates=107.5,20.5", "")]
    [InlineData("latitude first", "coordinates=20.5,106.05&crs=" + Epsg + "4326", "10001 301 31")]
    [InlineData("VN-2000, UTM", "coordinates=609300,2267100&crs=" + Epsg + "3405", "10001 301 31")]
    [InlineData("VN-2000, TM-3", "coordinates=531100,2267500&crs=" + Epsg + "9210", "10001 301 31")]
    public async Task A_position_lies_in_units_from_the_smallest_upwards(string reason, string query, string expected)
    {
        await using var app = await StartAsync();

        var place = await app.GetAsync($"/v1/space/locate?date=2025-06-30&{query}");

        Assert.True(expected.Equals(Codes(place), StringComparison.Ordinal), $"{reason}: {Codes(place)}");
        Assert.Equal(expected.Length > 0, place.GetProperty("isSchematic").GetBoolean());
        Assert.Equal("2025-06-30", place.GetProperty("date").GetString());
    }

    [Fact]
    public async Task Coordinates_come_back_in_degrees()
    {
        await using var app = await StartAsync();

        var place = await app.GetAsync($"/v1/space/locate?coordinates=674584.91379,2307674.41470&crs={Epsg}3405");

        Assert.Equal(106.68, place.GetProperty("longitude").GetDouble(), 1e-8);
        Assert.Equal(20.86, place.GetProperty("latitude").GetDouble(), 1e-8);
    }

    [Fact]
    public async Task The_boundaries_are_those_of_the_day()
    {
        await using var app = await StartAsync();

        var after = await app.GetAsync("/v1/space/locate?date=2025-07-01&coordinates=106.99,20.5");
        var later = await app.GetAsync("/v1/space/locate?date=2024-01-01&coordinates=106.99,20.5");
        var unmapped = await app.GetAsync("/v1/space/locate?date=2020-12-31&coordinates=106.99,20.5");
        var mapped = await app.GetAsync("/v1/space/locate?date=2021-01-01&coordinates=106.99,20.5");

        Assert.Equal("20002 31", Codes(after));
        Assert.Equal(string.Empty, Codes(unmapped));
        Assert.Equal("10006 302 31", Codes(mapped));
        Assert.Equal(Codes(mapped), Codes(later));
    }

    [Fact]
    public async Task A_city_that_changes_is_found_anew()
    {
        await using var app = await StartAsync();
        var before = await app.GetAsync("/v1/space/locate?date=2026-12-31&coordinates=106.99,20.5");

        await app.ChangeAsync(DrawnBoundaries.Renaming);
        var after = await app.GetAsync("/v1/space/locate?date=2026-12-31&coordinates=106.99,20.5");

        Assert.Equal("Đơn vị 20002", Name(before));
        Assert.Equal("Một", Name(after));
    }

    [Theory]
    [InlineData("", "missing_parameter", "longitude, then latitude")]
    [InlineData("coordinates=106.5", "invalid_parameter", "longitude, then latitude")]
    [InlineData("coordinates=106.5,20.5,1", "invalid_parameter", "longitude, then latitude")]
    [InlineData("coordinates=a,b", "invalid_parameter", "longitude, then latitude")]
    [InlineData("coordinates=NaN,1", "invalid_parameter", "longitude, then latitude")]
    [InlineData("coordinates=20.5,106.5", "invalid_parameter", "longitude, then latitude")] // Reversed.
    [InlineData("coordinates=2307674,674584&crs=" + Epsg + "3405", "invalid_parameter", "easting, then northing")]
    [InlineData("coordinates=1,1&crs=EPSG:3405", "invalid_parameter", "URI")]
    [InlineData("coordinates=1,1&crs=" + Epsg + "9999", "invalid_parameter", "URI")]
    [InlineData("coordinates=1,1&bbox=1", "unknown_parameter", "coordinates, crs, date")]
    public async Task Bad_coordinates_are_refused_with_what_was_expected(string query, string code, string hint)
    {
        await using var app = await StartAsync();

        var problem = await app.GetProblemAsync($"/v1/space/locate?{query}", 400);

        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Contains(hint, problem.GetProperty("hint").GetString(), StringComparison.Ordinal);
    }

    private static string? Name(JsonElement place) =>
        place.GetProperty("units")[0].GetProperty("nameVi").GetString();

    private static string Codes(JsonElement place) => string.Join(
        ' ', place.GetProperty("units").EnumerateArray().Select(unit => unit.GetProperty("code").GetString()));

    private static Task<TwinApp> StartAsync() =>
        TwinApp.StartAsync(services: services => services.AddSingleton<IBoundarySource, DrawnBoundaries>());
}
