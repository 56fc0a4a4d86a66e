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
        // Boats of an instant that has passed: they do not move between one count and the next.
        var when = TimeProvider.System.GetUtcNow().AddHours(-1)
            .ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
        await using var page = await city.OpenAsync(
            $"?indicator=FIBER-HOUSEHOLDS&period=2024-12&at=106.85,20.72,10.20&when={when}");
        var (x, y) = await page.PointOfAsync("308");
        var answered = page.Page.WaitForResponseAsync(
            response => response.Url.EndsWith("/v1/space/summary", StringComparison.Ordinal));

        await page.Page.Locator("[data-tool=polygon]").ClickAsync();
        await Assertions.Expect(page.Page.Locator(".drawing-bar")).ToBeVisibleAsync();
        await page.Page.Mouse.ClickAsync(x - 90, y + 70);
        await page.Page.Mouse.ClickAsync(x + 190, y + 110);
        await page.Page.Mouse.ClickAsync(x + 170, y - 150);
        await page.Page.Mouse.ClickAsync(x - 110, y - 130);
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
        Assert.NotEqual(0, fleet);
        Assert.NotEqual(0, sites);

        // The same by URL, as QGIS and GDAL ask.
        var drawn = JsonElement.Parse(response.Request.PostData ?? "{}").GetProperty("geometry");
        Assert.Equal(fleet, await CountAsync("vessels", when.Replace("Z", ":00Z", StringComparison.Ordinal), drawn));
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
            $"/ogc/collections/{collection}/items?f=json&limit=1&datetime={datetime}&filter={filter}");
        return page.GetProperty("numberMatched").GetInt32();
    }

    private static string Vietnamese(double value, int decimals) =>
        value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.GetCultureInfo("vi-VN"));
}
