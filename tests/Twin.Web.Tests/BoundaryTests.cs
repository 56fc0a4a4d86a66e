using Microsoft.Playwright;
using Twin.Web.Tests.Browser;

namespace Twin.Web.Tests;

/// <summary>The day of the boundaries, picked; and two periods on one set of them.</summary>
[Collection(SharedCity.Name)]
public sealed class BoundaryTests(CityBrowser city)
{
    private const string December = "?indicator=FIBER-HOUSEHOLDS&period=2024-12&lang=en";

    [SkippableFact]
    public async Task A_jump_to_the_first_of_july_moves_the_boundaries_and_the_figures_with_them()
    {
        await using var page = await city.OpenAsync(December + "&level=commune");

        await page.Page.Locator(".boundary-picker button", new() { HasText = "1 Jul 2025" }).ClickAsync();
        await page.AddressHoldsAsync("on=2025-07-01");

        await Assertions.Expect(page.Page.Locator(".rebasing")).ToContainTextAsync("On the boundaries of 1 Jul 2025");
        await Assertions.Expect(page.Page.Locator(".rebasing")).ToContainTextAsync("predecessors are missing");
        Assert.True(page.Errors.IsEmpty, string.Join('\n', page.Errors));
    }

    [SkippableFact]
    public async Task The_slider_goes_over_the_changes_of_the_boundaries()
    {
        await using var page = await city.OpenAsync(December + "&level=commune");
        var slider = page.Page.Locator(".boundary-slider input");
        var rows = page.Page.Locator("tr[data-unit]");
        await Assertions.Expect(rows).ToHaveCountAsync(217);

        await slider.FocusAsync();
        await page.Page.Keyboard.PressAsync("End");
        await page.AddressHoldsAsync("on=2025-07-01");
        await Assertions.Expect(rows).ToHaveCountAsync(114);
        await Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", "1 Jul 2025");

        await page.Page.Keyboard.PressAsync("ArrowLeft");
        await page.AddressHoldsAsync("on=2025-06-30");
        await Assertions.Expect(slider).ToHaveAttributeAsync("aria-valuetext", "30 Jun 2025");
        await Assertions.Expect(rows).Not.ToHaveCountAsync(114);
    }

    [SkippableFact]
    public async Task A_card_says_how_a_divided_figure_was_made_and_leads_to_what_the_unit_came_from()
    {
        await using var page = await city.OpenAsync(December + "&on=2025-07-01&selected=11359");

        await Assertions.Expect(page.Page.Locator(".rebasing")).ToContainTextAsync("divided by population");
        await page.Page.Locator(".successions summary").ClickAsync();
        await page.Page.Locator(".successions a").First.ClickAsync();

        await page.AddressHoldsAsync("on=2025-06-30");
        await Assertions.Expect(page.Page.Locator(".successions summary")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task Two_periods_stand_side_by_side_on_one_set_of_boundaries()
    {
        await using var page = await city.OpenAsync(
            December + "&view=compare&versus=2024-06&level=commune&on=2025-07-01");

        var rows = page.Page.Locator(".compare-table tbody tr");
        await Assertions.Expect(rows).ToHaveCountAsync(114);
        await Assertions.Expect(rows.First).ToContainTextAsync("units");
        await page.Page.Locator(".boundary-picker button").First.ClickAsync();

        await page.WaitAsync("!location.search.includes('on=')");
        await Assertions.Expect(rows).ToHaveCountAsync(217);
        await Assertions.Expect(rows.First).ToContainTextAsync("As reported");
    }

    [SkippableFact]
    public async Task The_change_from_one_period_to_another_is_on_the_map()
    {
        await using var page = await city.OpenAsync(
            "?indicator=FIBER-HOUSEHOLDS&period=2024-12&lang=en&view=compare&versus=2024-01&level=district");

        await page.Page.GetByText("See it on the map").ClickAsync();
        await page.WaitAsync("location.search.includes('classes=difference') && window.twin.classOf('303') !== null");

        await Assertions.Expect(page.Page.Locator(".legend")).ToContainTextAsync("less");
        await Assertions.Expect(page.Page.Locator(".legend-range").First).ToContainTextAsync("+");
        await page.AddressHoldsAsync("versus=2024-01");
        Assert.True(page.Errors.IsEmpty, string.Join('\n', page.Errors));
    }
}
