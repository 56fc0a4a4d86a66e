using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Twin.Web.Tests.Browser;

namespace Twin.Web.Tests;

/// <summary>The page as its readers meet it, in a real browser on the real program.</summary>
[Collection(SharedCity.Name)]
public sealed class PageTests(CityBrowser city)
{
    private const string Fiber = "?indicator=FIBER-HOUSEHOLDS&period=2024-12";

    public static TheoryData<string, string> Views => new()
    {
        { "the map", string.Empty },
        { "communes by status", Fiber + "&level=commune&classes=status" },
        { "inside a district, explained", Fiber + "&unit=303&why=303,FIBER-HOUSEHOLDS,2024-12&table=1" },
        { "the scorecard", "?view=scorecard" },
    };

    [SkippableTheory]
    [MemberData(nameof(Views))]
    public async Task It_loads_without_an_error_and_asks_no_other_host(string name, string query)
    {
        await using var page = await city.OpenAsync(query);

        await page.Page.WaitForLoadStateAsync(LoadState.Load);

        Assert.True(page.Errors.IsEmpty, $"{name}: {string.Join('\n', page.Errors)}");
        Assert.True(page.Strangers.IsEmpty, $"{name}: {string.Join('\n', page.Strangers)}");
    }

    [SkippableFact]
    public async Task A_click_opens_the_card_of_a_unit_and_stays_in_the_address()
    {
        await using var page = await city.OpenAsync(Fiber);

        await page.ClickUnitAsync("312");

        await page.WaitAsync("document.querySelector('.unit-panel h2').textContent === 'Huyện An Dương'");
        await page.AddressHoldsAsync("selected=312");
        await Assertions.Expect(page.Page.Locator(".coverage")).ToContainTextAsync("đơn vị đã báo cáo");
        await Assertions.Expect(page.Page.Locator(".target-line")).ToContainTextAsync("≥ 80");
    }

    [SkippableFact]
    public async Task A_double_click_goes_inside_and_back_comes_out()
    {
        await using var page = await city.OpenAsync(Fiber);

        await page.ClickUnitAsync("312", times: 2);
        await page.WaitAsync("document.querySelectorAll('.crumbs li').length === 2");

        await page.AddressHoldsAsync("unit=312");
        await Assertions.Expect(page.Page.Locator("tr[data-unit]")).ToHaveCountAsync(16);

        await page.Page.GoBackAsync();
        await page.WaitAsync("document.querySelectorAll('.crumbs li').length === 1");
        await Assertions.Expect(page.Page.Locator("tr[data-unit]")).ToHaveCountAsync(15);
    }

    [SkippableFact]
    public async Task The_keyboard_goes_in_by_enter_and_out_by_escape()
    {
        await using var page = await city.OpenAsync(Fiber + "&table=1");

        await page.Page.Locator("tr[data-unit='303'] button").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await page.WaitAsync("document.querySelector('.crumbs [aria-current]').textContent === 'Quận Hồng Bàng'");

        await page.Page.Keyboard.PressAsync("Escape");
        await page.WaitAsync("document.querySelector('.crumbs [aria-current]').textContent === 'Thành phố Hải Phòng'");
        await page.AddressHoldsAsync("selected=303");
    }

    [SkippableTheory]
    [InlineData("without marks", "quan toan", "11296")]
    [InlineData("with marks", "Quán Toan", "11296")]
    [InlineData("by code", "11296", "11296")]
    public async Task Search_finds_a_unit(string name, string text, string unit)
    {
        await using var page = await city.OpenAsync();

        await page.Page.Locator("#search").FillAsync(text);
        await page.Page.Keyboard.PressAsync("Enter");
        await page.AddressHoldsAsync($"selected={unit}");

        await page.AddressHoldsAsync("unit=303");
        var selected = page.Page.Locator($"tr[data-unit='{unit}'].is-selected");
        await Assertions.Expect(selected).ToHaveCountAsync(1);
        Assert.True(await selected.IsVisibleAsync(), name);
    }

    [SkippableFact]
    public async Task The_language_switches_with_its_numbers_and_dates()
    {
        await using var page = await city.OpenAsync(Fiber);
        var value = page.Page.Locator(".figure .value");
        Assert.Matches(@"^\d+,\d.%$", await value.InnerTextAsync());

        await page.Page.Locator(".languages a[lang=en]").ClickAsync();
        await page.WaitAsync("document.documentElement.lang === 'en'");

        Assert.Matches(@"^\d+\.\d%$", await value.InnerTextAsync());
        await Assertions.Expect(page.Page.Locator(".day")).ToContainTextAsync("Boundaries of 31 Dec 2024");
        await Assertions.Expect(page.Page.Locator(".views")).ToContainTextAsync("Scorecard");
        await page.AddressHoldsAsync("lang=en");
    }

    [SkippableFact]
    public async Task A_browser_in_another_language_gets_english()
    {
        await using var page = await city.OpenAsync(locale: "de-DE");

        await Assertions.Expect(page.Page.Locator("html")).ToHaveAttributeAsync("lang", "en");
    }

    [SkippableFact]
    public async Task The_slider_moves_through_the_periods()
    {
        await using var page = await city.OpenAsync(Fiber);
        var before = await page.Page.Locator(".figure .value").InnerTextAsync();

        await page.Page.Locator("#time").FocusAsync();
        await page.Page.Keyboard.PressAsync("Home");
        await page.AddressHoldsAsync("period=2022-01");

        await Assertions.Expect(page.Page.Locator(".figure .value")).Not.ToHaveTextAsync(before);
        await Assertions.Expect(page.Page.Locator(".time-now")).ToHaveTextAsync("tháng 1/2022");
    }

    [SkippableFact]
    public async Task Playback_runs_to_the_end_and_stops_there()
    {
        await using var page = await city.OpenAsync("?indicator=FIBER-HOUSEHOLDS&period=2024-10");
        var told = await city.Twin.Client.GetFromJsonAsync<JsonElement>("/v1/city");
        var last = told.GetProperty("periods").EnumerateArray().Last().GetString();
        var play = page.Page.Locator(".play");

        await play.ClickAsync();
        await Assertions.Expect(play).ToHaveAttributeAsync("aria-label", "Dừng");
        await page.AddressHoldsAsync($"period={last}");

        await Assertions.Expect(play).ToHaveAttributeAsync("aria-label", "Phát");
    }

    [SkippableFact]
    public async Task A_unit_that_no_longer_stands_is_named_with_its_last_day()
    {
        await using var page = await city.OpenAsync("?indicator=FIBER-HOUSEHOLDS&period=2025-08&selected=303");

        await Assertions.Expect(page.Page.Locator(".note")).ToContainTextAsync("Quận Hồng Bàng (mã 303)");

        await Assertions.Expect(page.Page.Locator(".note")).ToContainTextAsync("30/06/2025");
        await Assertions.Expect(page.Page.Locator("tr[data-unit]")).ToHaveCountAsync(114);
        Assert.True(page.Errors.IsEmpty, string.Join('\n', page.Errors));
    }

    [SkippableFact]
    public async Task A_browser_that_cannot_draw_the_map_gets_the_table()
    {
        const string WithoutWebGl = """
            const getContext = HTMLCanvasElement.prototype.getContext;
            HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
              return kind.startsWith('webgl') ? null : getContext.call(this, kind, ...rest);
            };
            """;
        await using var page = await city.OpenAsync(Fiber);
        await page.Page.AddInitScriptAsync(WithoutWebGl);

        await page.GoAsync(Fiber);

        await Assertions.Expect(page.Page.Locator(".trouble")).ToContainTextAsync("không vẽ được bản đồ");
        await Assertions.Expect(page.Page.Locator(".units-table tr[data-unit='303']")).ToContainTextAsync("Hồng Bàng");
    }

    [SkippableFact]
    public async Task A_copied_address_shows_someone_else_the_same()
    {
        await using var first = await city.OpenAsync(Fiber);
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "Trạng thái" }).First.ClickAsync();
        await first.ClickUnitAsync("312");
        await first.AddressHoldsAsync("selected=312");

        await using var second = await city.OpenAsync(new Uri(first.Page.Url).Query);

        Assert.Equal(await TableAsync(first), await TableAsync(second));
        Assert.Equal(await first.Page.TitleAsync(), await second.Page.TitleAsync());
    }

    [SkippableFact]
    public async Task A_reader_of_the_screen_hears_every_unit_with_its_figure_and_class()
    {
        await using var page = await city.OpenAsync(Fiber);

        var rows = await TableAsync(page);

        Assert.Equal(15, rows.Count);
        Assert.Equal(14, rows.Count(row => row.Contains('%', StringComparison.Ordinal)));
        // Bạch Long Vĩ has no communes, so nobody reports its households.
        Assert.Single(rows, row => row.Contains("Bạch Long Vĩ", StringComparison.Ordinal)
            && row.Contains("Chưa có số liệu", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> TableAsync(OpenPage page) =>
        await page.Page.Locator("tr[data-unit]").EvaluateAllAsync<string[]>(
            "rows => rows.map(row => `${row.dataset.unit} ${row.dataset.class} ${row.textContent}`)");
}
