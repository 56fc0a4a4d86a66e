using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Twin.Web.Tests.Browser;

namespace Twin.Web.Tests;

/// <summary>What axe finds: nothing serious, in any view, theme or size.</summary>
[Collection(SharedCity.Name)]
public sealed class AccessibilityTests(CityBrowser city)
{
    private const string Everything = "?indicator=FIBER-HOUSEHOLDS&period=2024-12&selected=303&table=1";

    // A square of some ten kilometers across five districts.
    private const string Drawn = "&draw=pBBEgmyrrGgi42nBgqjGAAgo8E_pjGA";

    private const string Why = "&why=303,FIBER-HOUSEHOLDS,2024-12";

    public static TheoryData<string, string, ColorScheme, bool> Views => new()
    {
        { "the map with all that opens", Everything, ColorScheme.Light, false },
        { "the map in the dark", Everything, ColorScheme.Dark, false },
        { "the map by status", Everything + "&classes=status&lang=en", ColorScheme.Light, false },
        { "the map on a phone", Everything, ColorScheme.Light, true },
        { "what a figure was made from", Everything + Why, ColorScheme.Light, false },
        { "the same on a phone, in the dark", Everything + Why + "&lang=en", ColorScheme.Dark, true },
        { "the scorecard", "?view=scorecard", ColorScheme.Light, false },
        { "the map on other boundaries", Everything + "&on=2025-07-01&selected=11359", ColorScheme.Light, false },
        { "a drawn area", Everything + Drawn, ColorScheme.Light, false },
        { "a drawn area in the dark", Everything + Drawn + "&lang=en", ColorScheme.Dark, false },
        { "a place on a phone", "?pin=106.68,20.86&lang=en", ColorScheme.Dark, true },
        { "layers and a feature", "?layers=units.60&layerlist=1&picked=units.31", ColorScheme.Light, false },
        { "two periods", "?view=compare&period=2024-12&on=2025-07-01", ColorScheme.Light, false },
        { "two periods on a phone", "?view=compare&period=2024-12&lang=en", ColorScheme.Dark, true },
        { "import and export", "?view=exchange", ColorScheme.Light, false },
        { "import and export in the dark, on a phone", "?view=exchange&lang=en", ColorScheme.Dark, true },
        { "the matrix", "?view=matrix&period=2024-12", ColorScheme.Light, false },
        { "the matrix in values, in the dark", "?view=matrix&cells=value&lang=en", ColorScheme.Dark, false },
        { "cases", "?view=alerts&tab=cases", ColorScheme.Light, false },
        { "subscribers on a phone", "?view=alerts&tab=webhooks&lang=en", ColorScheme.Dark, true },
        { "a target being divided", "?view=scorecard&divide=HP-10&milestones=1", ColorScheme.Light, false },
        { "the ranking", "?view=ranking&indicator=FIBER-HOUSEHOLDS&period=2024-12", ColorScheme.Light, false },
        { "quality", "?view=quality&period=2024-12&selected=305", ColorScheme.Light, false },
        { "quality on a phone, in the dark", "?view=quality&period=2024-12&lang=en", ColorScheme.Dark, true },
        { "the fleet on the map", "?view=fleet&vessel=HP-90161-TS", ColorScheme.Light, false },
        { "the fleet in the dark, on a phone", "?view=fleet&lang=en", ColorScheme.Dark, true },
        { "boats that are lost", "?view=fleet&part=lost", ColorScheme.Light, false },
        { "boats that are lost, in the dark", "?view=fleet&part=lost&lang=en", ColorScheme.Dark, false },
        { "feeds on a phone", "?view=fleet&part=feeds&lang=en", ColorScheme.Light, true },
        { "the operator's page", "ops", ColorScheme.Light, false },
        { "the operator's page in the dark, on a phone", "ops?lang=en", ColorScheme.Dark, true },
        { "the scorecard in the dark, on a phone", "?view=scorecard&lang=en", ColorScheme.Dark, true },
    };

    [SkippableTheory]
    [MemberData(nameof(Views))]
    public async Task Nothing_serious_is_found(string name, string query, ColorScheme colors, bool isPhone)
    {
        await using var page = await city.OpenAsync(query, isPhone ? CityBrowser.Phone : CityBrowser.Wide, colors);

        var result = await page.Page.RunAxe();

        // Axe that looked at nothing finds nothing either.
        Assert.True(result.Passes.Length > 10, $"{name}: axe checked {result.Passes.Length} rules.");
        var serious = result.Violations.Where(violation => violation.Impact is "serious" or "critical")
            .Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}");
        Assert.True(!serious.Any(), $"{name}:\n{string.Join('\n', serious)}");
    }
}
