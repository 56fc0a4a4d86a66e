using Microsoft.Playwright;
using Twin.Web.Tests.Browser;

namespace Twin.Web.Tests;

/// <summary>The matrix and the ranking: sorted, filtered, walked through by keyboard, exported.</summary>
[Collection(SharedCity.Name)]
public sealed class MatrixTests(CityBrowser city)
{
    private const string Matrix = "?view=matrix&period=2024-12";

    [SkippableFact]
    public async Task It_shows_every_district_sorts_by_an_indicator_and_says_so_in_the_address()
    {
        await using var page = await city.OpenAsync(Matrix + "&cells=value&sort=-FIBER-HOUSEHOLDS");
        var rows = page.Page.Locator("tr[data-unit]");
        await Assertions.Expect(rows).ToHaveCountAsync(15);
        var first = await rows.First.GetAttributeAsync("data-unit");

        await page.Page.Locator("th[aria-sort='descending'] button").ClickAsync();
        await page.AddressHoldsAsync("sort=FIBER-HOUSEHOLDS");

        Assert.NotEqual(first, await rows.First.GetAttributeAsync("data-unit"), StringComparer.Ordinal);
    }

    [SkippableFact]
    public async Task Arrow_keys_go_from_cell_to_cell_and_Enter_opens_the_scorecard()
    {
        await using var page = await city.OpenAsync(Matrix);
        await page.Page.Locator("tr[data-unit] td").First.FocusAsync();

        await page.Page.Keyboard.PressAsync("ArrowDown");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        var unit = await page.Page.Locator("tr[data-unit]:has(td:focus)").GetAttributeAsync("data-unit");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.AddressHoldsAsync("view=scorecard");

        await page.AddressHoldsAsync($"unit={unit}");
    }

    [SkippableFact]
    public async Task It_exports_what_it_shows()
    {
        await using var page = await city.OpenAsync(Matrix + "&find=ngo+quyen");

        var download = await page.Page.RunAndWaitForDownloadAsync(
            () => page.Page.GetByRole(AriaRole.Button, new() { Name = "Xuất CSV" }).ClickAsync());
        var text = await File.ReadAllTextAsync(await download.PathAsync());

        Assert.Equal("matrix-31-2024-12.csv", download.SuggestedFilename);
        Assert.Equal(2, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("Ngô Quyền", text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task The_ranking_puts_the_best_first_with_its_working()
    {
        await using var page = await city.OpenAsync("?view=ranking&indicator=FIBER-HOUSEHOLDS&period=2024-12");
        var rows = page.Page.Locator("tr[data-unit]");

        await Assertions.Expect(rows.First.Locator(".col-place")).ToHaveTextAsync("1");
        await Assertions.Expect(rows.First).ToContainTextAsync("/");
        await rows.First.Locator("a").ClickAsync();

        await page.AddressHoldsAsync("view=scorecard");
    }
}
