using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Twin.Api.Features;
using Twin.Model.Places;
using Twin.TestKit;

namespace Twin.Api.Tests.Places;

public sealed class SiteTests
{
    [Theory]
    [InlineData("", "A B C D")]
    [InlineData("operator=vnpt", "B C")]
    [InlineData("status=planned", "D")]
    [InlineData("technology=4G", "")]
    [InlineData("unit=31", "A B C")]
    [InlineData("unit=10001", "A")]
    [InlineData("date=2024-03-31", "A B C")]
    [InlineData("operator=vnpt&unit=31&status=onAir&date=2024-12-31", "B C")]
    public async Task Sites_are_listed_by_unit_operator_status_and_day(string query, string expected)
    {
        await using var app = await StartAsync();

        var list = await app.GetAsync($"/v1/sites?{query}");

        Assert.Equal(expected, string.Join(
            ' ', list.GetProperty("items").EnumerateArray().Select(site => site.GetProperty("id").GetString())));
        Assert.Equal(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length,
            list.GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task A_site_says_where_it_is_and_what_it_has()
    {
        await using var app = await StartAsync();

        var site = (await app.GetAsync("/v1/sites?limit=1&unit=10001")).GetProperty("items")[0];

        Assert.Equal(106.1, site.GetProperty("longitude").GetDouble(), 1e-9);
        Assert.Equal(20.5, site.GetProperty("latitude").GetDouble(), 1e-9);
        Assert.Equal("10001", site.GetProperty("unit").GetString());
        Assert.Equal("[\"viettel\"]", site.GetProperty("operators").GetRawText());
        Assert.Equal(42, site.GetProperty("heightMeters").GetDouble());
        Assert.Equal(JsonValueKind.Null, site.GetProperty("structureShared").ValueKind);
        Assert.False(site.GetProperty("isDemo").GetBoolean());
    }

    [Theory]
    [InlineData("/v1/sites?technology=6G", 400)]
    [InlineData("/v1/sites?unit=nowhere", 400)]
    [InlineData("/v1/sites?limit=0", 400)]
    [InlineData("/v1/sites?color=red", 400)]
    [InlineData("/v1/places/boats/A", 404)]
    [InlineData("/v1/places/sites/Z", 404)]
    [InlineData("/v1/places/sites/a%20b", 404)]
    public async Task What_is_not_there_is_said(string path, int status)
    {
        await using var app = await StartAsync();

        await app.GetProblemAsync(path, status);
    }

    private static async Task<TwinApp> StartAsync()
    {
        var app = await TwinApp.StartAsync(
            services: services => services.AddSingleton<IBoundarySource, DrawnBoundaries>());
        foreach (var site in (Place[])
            [
                TestPlaces.Site("A", 106.1, 20.5),
                TestPlaces.Site("B", 106.8, 20.5, operators: "viettel;vnpt"),
                TestPlaces.Site("C", 106.9, 20.5, operators: "vnpt"),
                TestPlaces.Site("D", 109.0, 20.5, status: "planned", from: new DateOnly(2024, 4, 1)),
            ])
        {
            Assert.IsType<PlaceOutcome.Done>(await app.Service<IPlaceStore>().WriteAsync(TestPlaces.Write(site)));
        }

        return app;
    }
}
