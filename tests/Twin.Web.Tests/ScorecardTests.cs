using Microsoft.Playwright;
using Twin.Web.Tests.Browser;

namespace Twin.Web.Tests;

/// <summary>The scorecard: sorted, filtered, exported, printed.</summary>
[Collection(SharedCity.Name)]
public sealed class ScorecardTests(CityBrowser city)
{
    private const string Scorecard = "?view=scorecard&period=2024-12";

    [SkippableFact]
    public async Task It_shows_the_worst_first_and_filters_by_status()
    {
        await using var page = await city.OpenAsync(Scorecard);
        var rows = page.Page.Locator("tr[data-target]");
        var all = await rows.CountAsync();
        await Assertions.Expect(rows.First).ToContainTextAsync("Không đạt");

        await page.Page.Locator(".status-filter button", new() { HasText = "Đạt" }).First.ClickAsync();
        await page.AddressHoldsAsync("status=met");

        Assert.InRange(await rows.CountAsync(), 1, all - 1);
        Assert.DoesNotContain("Không đạt", string.Concat(await rows.AllInnerTextsAsync()), StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task A_row_explains_itself_and_its_name_leads_to_the_map()
    {
        await using var page = await city.OpenAsync(Scorecard);
        var row = page.Page.Locator("tr[data-target='HP-10']");

        await row.Locator(".col-status button").ClickAsync();
        await Assertions.Expect(page.Page.Locator(".reason-row")).ToContainTextAsync("80");
        await row.Locator("a").ClickAsync();
        await page.WaitAsync("window.twin.classOf('312') !== null");

        await page.AddressHoldsAsync("indicator=FIBER-HOUSEHOLDS");
        await page.AddressHoldsAsync("classes=status");
    }

    [SkippableFact]
    public async Task It_exports_what_it_shows_so_that_a_spreadsheet_reads_it()
    {
        await using var page = await city.OpenAsync(Scorecard + "&find=cap+quang");
        var shown = await page.Page.Locator("tr[data-target]").CountAsync();

        var download = await page.Page.RunAndWaitForDownloadAsync(
            () => page.Page.GetByRole(AriaRole.Button, new() { Name = "Xuất CSV" }).ClickAsync());
        var text = await File.ReadAllTextAsync(await download.PathAsync());

        Assert.Equal("scorecard-31-2024-12.csv", download.SuggestedFilename);
        Assert.Equal(shown + 1, text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("Đơn vị;Kỳ;", text, StringComparison.Ordinal);
        Assert.Contains(";HP-10;", text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task It_prints_every_row_on_a4_with_its_source()
    {
        await using var page = await city.OpenAsync(Scorecard);

        await page.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var pdf = await page.Page.PdfAsync(new() { PreferCSSPageSize = true });

        await Assertions.Expect(page.Page.Locator(".print-only")).ToContainTextAsync("Nguồn:");
        Assert.False(await page.Page.Locator(".topbar").IsVisibleAsync());
        Assert.InRange(CountOf(pdf, "/Type /Page\n"u8), 2, 6);
    }

    private static int CountOf(ReadOnlySpan<byte> text, ReadOnlySpan<byte> part) => text.Count(part);
}
