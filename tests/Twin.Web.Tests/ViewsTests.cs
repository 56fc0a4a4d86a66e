using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Twin.Web.Tests.Browser;

namespace Twin.Web.Tests;

/// <summary>Every view is at hand in any language and on any screen: in the bar, or in the menu at its end.</summary>
[Collection(SharedCity.Name)]
public sealed class ViewsTests(CityBrowser city)
{
    private const int Views = 11;

    // What is drawn outside of the window, or under what stands beside it.
    private const string CutOff = """
        () => {
          const bar = document.querySelector('.topbar').getBoundingClientRect();
          const parts = [...document.querySelectorAll('.topbar > *')].filter(part => part.checkVisibility());
          const links = [...document.querySelectorAll('.views > a, .views-more > button')];
          const nav = document.querySelector('.views').getBoundingClientRect();
          return [
            ...parts.filter(part => part.getBoundingClientRect().right > bar.right + 1),
            ...links.filter(link => link.getBoundingClientRect().right > nav.right + 1),
          ].map(element => element.className + ': ' + element.textContent);
        }
        """;

    public static TheoryData<string, string, int> Screens => new()
    {
        { "a wall, in Vietnamese", "vi", 1440 },
        { "a wall, in English", "en", 1440 },
        { "a laptop", "en", 1100 },
        { "a phone", "vi", 390 },
        { "the narrowest phone", "en", 320 },
    };

    [SkippableTheory]
    [MemberData(nameof(Screens))]
    public async Task Every_view_is_in_the_bar_or_in_its_menu_and_nothing_is_cut_off(
        string name, string language, int width)
    {
        await using var page = await city.OpenAsync(
            $"?view=plans&lang={language}", new ViewportSize { Width = width, Height = 844 });

        var bar = page.Page.Locator(".views > a");
        var menu = page.Page.Locator(".views-menu a");
        await Assertions.Expect(page.Page.Locator(".views > a, .views-menu a")).ToHaveCountAsync(Views);
        var cut = await page.Page.EvaluateAsync<string[]>(CutOff);
        Assert.True(cut.Length == 0, $"{name}: {string.Join(" | ", cut)}");
        Assert.Equal(Views, await bar.CountAsync() + await menu.CountAsync());
        await Assertions.Expect(page.Page.Locator(".views > a[aria-current]")).ToHaveCountAsync(1);
    }

    [SkippableFact]
    public async Task The_menu_is_opened_walked_through_and_left_by_keyboard()
    {
        await using var page = await city.OpenAsync("?view=scorecard&lang=en", CityBrowser.Phone);
        var more = page.Page.GetByRole(AriaRole.Button, new() { Name = "More" });
        var menu = page.Page.Locator(".views-menu");
        await Assertions.Expect(menu).ToBeHiddenAsync();

        await more.FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(more).ToHaveAttributeAsync("aria-expanded", "true");
        await Assertions.Expect(menu.Locator("a").First).ToBeFocusedAsync();
        var axe = await page.Page.RunAxe();
        Assert.DoesNotContain(axe.Violations, violation => violation.Impact is "serious" or "critical");

        await page.Page.Keyboard.PressAsync("ArrowUp");
        await Assertions.Expect(menu.Locator("a").Last).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(menu).ToBeHiddenAsync();
        await Assertions.Expect(more).ToBeFocusedAsync();
        await page.AddressHoldsAsync("view=scorecard");
    }

    [SkippableFact]
    public async Task What_is_chosen_from_the_menu_opens_and_stands_in_the_bar()
    {
        await using var page = await city.OpenAsync("?view=scorecard&lang=vi", CityBrowser.Phone);
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Thêm" }).ClickAsync();

        await page.Page.Locator(".views-menu").GetByRole(AriaRole.Link, new() { Name = "Nhập – xuất" }).ClickAsync();

        await page.AddressHoldsAsync("view=exchange");
        await Assertions.Expect(page.Page.Locator(".views-menu")).ToBeHiddenAsync();
        var current = page.Page.Locator(".views > a[aria-current]");
        await Assertions.Expect(current).ToHaveTextAsync("Nhập – xuất");
        await Assertions.Expect(current).ToBeFocusedAsync();
    }
}
