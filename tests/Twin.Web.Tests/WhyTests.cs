using Microsoft.Playwright;
using Twin.Web.Tests.Browser;

namespace Twin.Web.Tests;

/// <summary>Any figure, taken apart down to the report that it stands on.</summary>
[Collection(SharedCity.Name)]
public sealed class WhyTests(CityBrowser city)
{
    private const string Fiber = "indicator=FIBER-HOUSEHOLDS&period=2024-12";
    private const string Tree = "[role=tree]";

    public static TheoryData<string, string, string> Figures => new()
    {
        { "the card", "?" + Fiber + "&selected=303", ".figure-card .why-open" },
        { "the scorecard", "?view=scorecard&period=2024-12", "tr[data-target='HP-10'] .why-figure" },
        { "the ranking", "?view=ranking&" + Fiber, "tr[data-unit='303'] .why-figure" },
        { "the matrix", "?view=matrix&cells=value&period=2024-12", "tr[data-unit='303'] td:has-text(',')" },
        { "a comparison", "?view=compare&on=2025-07-01&" + Fiber, ".compare-table .why-figure" },
    };

    [SkippableTheory]
    [MemberData(nameof(Figures))]
    public async Task Every_figure_opens_what_it_was_made_from(string name, string query, string figure)
    {
        await using var page = await city.OpenAsync(query);

        await page.Page.Locator(figure).First.ClickAsync();
        await Assertions.Expect(page.Page.Locator($"{Tree} .arithmetic").First).ToBeVisibleAsync();

        var rows = await page.Page.Locator($"{Tree} [role=treeitem]").CountAsync();
        Assert.True(rows > 1, name);
        await page.AddressHoldsAsync("why=");
        await page.Page.Keyboard.PressAsync("Escape");
        await page.WaitAsync("!location.search.includes('why=')");
        await Assertions.Expect(page.Page.Locator(Tree)).ToHaveCountAsync(0);
        await page.Page.GoBackAsync();
        await Assertions.Expect(page.Page.Locator(Tree)).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task Keys_lead_from_the_city_down_to_who_reported_and_when()
    {
        await using var page = await city.OpenAsync($"?{Fiber}&why=31,FIBER-HOUSEHOLDS,2024-12");
        var focused = page.Page.Locator("[role=treeitem]:focus");
        await Assertions.Expect(focused).ToHaveAttributeAsync("aria-level", "1");
        await Assertions.Expect(page.Page.Locator(Tree)).ToContainTextAsync("81.075 ÷ 91.503");

        await page.Page.Keyboard.PressAsync("ArrowRight"); // To the first district,
        await page.Page.Keyboard.PressAsync("ArrowRight"); // which opens.
        await Assertions.Expect(page.Page.Locator("[aria-level='3']").First).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await page.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(focused).ToHaveAttributeAsync("aria-level", "3");
        var report = focused.Locator(".why-versions li.is-current");
        await Assertions.Expect(report).ToContainTextAsync("demo, nguồn demo");
        Assert.Matches(@"lập \d\d/01/2025 \d\d:\d\d, nhận", await report.InnerTextAsync());
        await page.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(focused).ToHaveAttributeAsync("aria-expanded", "false");
        await page.Page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(focused).ToHaveAttributeAsync("aria-level", "2");
    }

    [SkippableFact]
    public async Task It_shows_the_shares_of_divided_units_and_what_was_known_on_a_day()
    {
        await using var page = await city.OpenAsync(
            $"?{Fiber}&on=2025-07-01&why=11407,FIBER-HOUSEHOLDS,2024-12,2025-07-01");
        await Assertions.Expect(page.Page.Locator($"{Tree} .chip", new() { HasText = "chia theo" }).First)
            .ToBeVisibleAsync();

        await page.Page.Locator(".why-as-of input").FillAsync("2024-01-01");

        await Assertions.Expect(page.Page.Locator(Tree)).ToContainTextAsync("Chưa đơn vị nào báo cáo.");
        await page.AddressHoldsAsync("2024-01-01");
    }
}
