using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Twin.Web.Tests.Browser;

namespace Twin.Web.Tests;

/// <summary>
/// A planner asks what lies in a polygon across two districts, and takes the same to a program of her own by URL.
/// </summary>
[Collection(SharedCity.Name)]
public sealed class SpatialPlannerTests(CityBrowser city)
{
    private const string Day = "2024-12-31";

    [SkippableFact]
    public async Task A_polygon_drawn_across_two_districts_gives_boats_sites_and_people_with_the_fiber_share()
    {
        await using var page = await city.OpenAsync(
            "?indicator=FIBER-HOUSEHOLDS&period=2024-12&at=106.80,20.84,10.60");
        var (x, y) = await page.PointOfAsync("306");
        var answered = page.Page.WaitForResponseAsync(
            response => response.Url.EndsWith("/v1/space/summary", StringComparison.Ordinal));

        await page.Page.Locator("[data-tool=polygon]").ClickAsync();
        await Assertions.Expect(page.Page.Locator(".drawing-bar")).ToBeVisibleAsync();
        await page.Page.Mouse.ClickAsync(x - 160, y + 60);
        await page.Page.Mouse.ClickAsync(x + 240, y + 150);
        await page.Page.Mouse.ClickAsync(x + 230, y - 110);
        await page.Page.Mouse.ClickAsync(x - 140, y - 120);
        await page.Page.Keyboard.PressAsync("Enter");

        var response = await answered;
        var area = await response.JsonAsync() ?? throw new InvalidOperationException("There is no answer.");
        var totals = page.Page.Locator(".area-totals");
        var figure = Assert.Single(area.GetProperty("figures").EnumerateArray());
        var fleet = area.GetProperty("fleet").GetProperty("vessels").GetInt32();
        var sites = PlacesOf(area, "sites");
        await Assertions.Expect(totals.Locator("[data-total=people] dd"))
            .ToHaveTextAsync(Vietnamese(area.GetProperty("population").GetDouble(), 0));
        await Assertions.Expect(totals.Locator("[data-total=figure] dd"))
            .ToHaveTextAsync(Vietnamese(figure.GetProperty("value").GetDouble(), 1) + "\u00a0%");
        await Assertions.Expect(totals.Locator("[data-total=vessels] dd")).ToHaveTextAsync(Vietnamese(fleet, 0));
        await Assertions.Expect(totals.Locator("[data-total=sites] dd")).ToHaveTextAsync(Vietnamese(sites, 0));
        await Assertions.Expect(page.Page.Locator("[data-places=sites] b")).ToHaveTextAsync(Vietnamese(sites, 0));
        Assert.InRange(area.GetProperty("population").GetDouble(), 1_000, 2_000_000);
        Assert.InRange(fleet, 20, 100_000);
        Assert.NotEqual(0, sites);

        // The same by URL, as QGIS and GDAL ask.
        var drawn = JsonElement.Parse(response.Request.PostData ?? "{}").GetProperty("geometry");
        // Boats sail on from one question to the next.
        Assert.InRange(await CountAsync("vessels", "../..", drawn), fleet * 0.9, fleet * 1.1);
        Assert.Equal(sites, await CountAsync("sites", Day, drawn));
        Assert.Equal(PlacesOf(area, "facilities"), await CountAsync("facilities", Day, drawn));
        Assert.InRange(await CountAsync("units", Day, drawn, " AND level = 'district'"), 2, 16);
        Assert.True(page.Errors.IsEmpty, string.Join('\n', page.Errors));
    }

    private static int PlacesOf(JsonElement area, string layer) => area.GetProperty("places").EnumerateArray()
        .Single(one => one.GetProperty("layer").ValueEquals(layer)).GetProperty("places").GetInt32();

    private async Task<int> CountAsync(string collection, string datetime, JsonElement polygon, string and = "")
    {
        var ring = string.Join(',', polygon.GetProperty("coordinates")[0].EnumerateArray()
            .Select(position => $"{position[0].GetRawText()} {position[1].GetRawText()}"));
        var filter = Uri.EscapeDataString($"S_INTERSECTS(geometry,POLYGON(({ring}))){and}");
        var page = await city.Twin.Client.GetFromJsonAsync<JsonElement>(
            $"/ogc/collections/{collection}/items?limit=1&datetime={Uri.EscapeDataString(datetime)}&filter={filter}");
        return page.GetProperty("numberMatched").GetInt32();
    }

    private static string Vietnamese(double value, int decimals) =>
        value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.GetCultureInfo("vi-VN"));
}
