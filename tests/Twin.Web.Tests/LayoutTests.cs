using Microsoft.Playwright;
using Twin.Web.Tests.Browser;

namespace Twin.Web.Tests;

/// <summary>Nothing lies on top of anything else; the pictures are kept for a person to look at.</summary>
[Collection(SharedCity.Name)]
public sealed class LayoutTests(CityBrowser city)
{
    private const string OfFiber = ",FIBER-HOUSEHOLDS,2024-12";

    private const string Overlaps = """
        () => {
          const seen = [...document.querySelectorAll('[data-edge], .map-tools, .badges, .pills button')]
            .filter(element => element.checkVisibility({ visibilityProperty: true }))
            .map(element => ({ name: element.className, box: element.getBoundingClientRect() }))
            .filter(({ box }) => box.width > 0 && box.height > 0);
          return seen.flatMap((a, i) => seen.slice(i + 1)
            .filter(b => !a.name.includes('topbar') || !b.name.includes('badges'))
            .filter(b => a.box.left < b.box.right - 1 && b.box.left < a.box.right - 1
              && a.box.top < b.box.bottom - 1 && b.box.top < a.box.bottom - 1)
            .map(b => `${a.name} over ${b.name}`));
        }
        """;

    public static TheoryData<string, string, bool, ColorScheme> Pictures => new()
    {
        { "map-1440x900", string.Empty, false, ColorScheme.Light },
        { "map-390x844", string.Empty, true, ColorScheme.Light },
        { "communes-status-1440x900-dark", "?level=commune&classes=status", false, ColorScheme.Dark },
        { "district-explained-1440x900", $"?unit=303&why=303{OfFiber}&table=1&lang=en", false, ColorScheme.Light },
        { "explained-390x844", $"?why=31{OfFiber},2025-07-01", true, ColorScheme.Light },
        { "area-1440x900", "?draw=pBBEgmyrrGgi42nBgqjGAAgo8E_pjGA", false, ColorScheme.Light },
        { "place-390x844-dark", "?pin=106.68,20.86", true, ColorScheme.Dark },
        { "scorecard-1440x900", "?view=scorecard", false, ColorScheme.Light },
        { "matrix-1440x900", "?view=matrix&period=2024-12", false, ColorScheme.Light },
        { "matrix-390x844", "?view=matrix&period=2024-12", true, ColorScheme.Light },
        { "ranking-1440x900-dark", "?view=ranking&period=2024-12", false, ColorScheme.Dark },
        { "fleet-1440x900", "?view=fleet&vessel=HP-90161-TS&days=14", false, ColorScheme.Light },
        { "fleet-1440x900-dark", "?view=fleet&lang=en", false, ColorScheme.Dark },
        { "fleet-390x844", "?view=fleet", true, ColorScheme.Light },
        { "fleet-lost-1440x900", "?view=fleet&part=lost", false, ColorScheme.Light },
        { "fleet-lost-390x844", "?view=fleet&part=lost", true, ColorScheme.Light },
        { "scorecard-390x844", "?view=scorecard", true, ColorScheme.Light },
    };

    [SkippableTheory]
    [MemberData(nameof(Pictures))]
    public async Task Nothing_overlaps_and_nothing_runs_out_of_the_window(
        string name, string query, bool isPhone, ColorScheme colors)
    {
        await using var page = await city.OpenAsync(query, isPhone ? CityBrowser.Phone : CityBrowser.Wide, colors);

        await SavePictureAsync(page, name);

        Assert.Empty(await page.Page.EvaluateAsync<string[]>(Overlaps));
        Assert.Equal(0, await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth"));
    }

    [SkippableFact]
    public async Task On_a_phone_panels_are_sheets_that_open_and_close()
    {
        await using var page = await city.OpenAsync("?selected=303", CityBrowser.Phone);
        var sheet = page.Page.Locator(".unit-panel");
        await Assertions.Expect(sheet).ToBeHiddenAsync();

        await page.Page.Locator(".pills button").Nth(1).ClickAsync();
        await Assertions.Expect(sheet).ToBeInViewportAsync();
        await SavePictureAsync(page, "sheet-390x844");

        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(sheet).ToBeHiddenAsync();
        await page.AddressHoldsAsync("selected=303");
    }

    private static Task<byte[]> SavePictureAsync(OpenPage page, string name) => page.Page.ScreenshotAsync(
        new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"{name}.png") });
}
