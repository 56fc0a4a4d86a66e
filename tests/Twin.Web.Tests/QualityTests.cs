using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Twin.Web.Tests.Browser;

namespace Twin.Web.Tests;

/// <summary>Scores by unit down to the row that lost them, and a held number from the list to the figure.</summary>
[Collection(SharedCity.Name)]
public sealed class QualityTests(CityBrowser city)
{
    private const string Quality = "?view=quality&period=2024-12&lang=vi";

    [SkippableFact]
    public async Task Units_are_sorted_by_a_score_and_filtered_and_the_address_says_so()
    {
        await using var page = await city.OpenAsync(Quality);
        var rows = page.Page.Locator("tr[data-unit]");
        await Assertions.Expect(rows).ToHaveCountAsync(15);

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Sống", Exact = true }).ClickAsync();
        await page.AddressHoldsAsync("sort=live");
        await page.Page.GetByLabel("Tìm đơn vị…").FillAsync("hong bang");

        await Assertions.Expect(rows).ToHaveCountAsync(1);
        await Assertions.Expect(rows).ToHaveAttributeAsync("data-unit", "303");
    }

    [SkippableFact]
    public async Task By_keyboard_one_goes_down_the_units_and_into_what_one_lost()
    {
        await using var page = await city.OpenAsync(Quality + "&unit=305&level=commune");
        var first = page.Page.Locator("tr[data-unit] button").First;
        await first.FocusAsync();

        await page.Page.Keyboard.PressAsync("ArrowDown");
        var unit = await page.Page.Locator("tr[data-unit]:has(:focus)").GetAttributeAsync("data-unit");
        await page.Page.Keyboard.PressAsync("ArrowUp");
        await page.Page.Keyboard.PressAsync("Enter");

        var lost = page.Page.Locator(".quality-detail");
        await Assertions.Expect(lost).ToBeVisibleAsync();
        var opened = await page.Page.Locator("tr.is-open").GetAttributeAsync("data-unit");
        Assert.NotEqual(unit, opened, StringComparer.Ordinal);
        await Assertions.Expect(lost.Locator(".quality-value, .empty").First).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task A_held_number_is_corrected_in_a_dialog_and_counts_then()
    {
        Installed.RequireBrowser();
        // No other test looks at this commune in months after the demonstration, which nothing is held against.
        const string Row = "unit,indicator,period,value,denominator\n11320,FIBER-HOUSEHOLDS,";
        await ReportAsync(Row + "2025-01,8900,9000\n");
        await ReportAsync(Row + "2025-02,8950,9000\n");
        var receipt = await ReportAsync(Row + "2025-03,1,9000000\n");
        var id = receipt.GetProperty("held")[0].GetProperty("id").GetString();
        await using var page = await city.OpenAsync(Quality + "&unit=303");
        var held = page.Page.Locator($"[data-held='{id}']");
        await held.GetByRole(AriaRole.Button).ClickAsync();
        var dialog = page.Page.GetByRole(AriaRole.Dialog);
        var correct = dialog.GetByRole(AriaRole.Button, new() { Name = "Đính chính" });
        await Assertions.Expect(correct).ToBeDisabledAsync();

        await dialog.GetByLabel("Họ tên của bạn").FillAsync("An Nguyễn");
        await dialog.GetByLabel("Lý do").FillAsync("gõ nhầm số hộ");
        await dialog.GetByLabel("Số đúng (chỉ khi đính chính)").FillAsync("9001");
        await dialog.GetByLabel("Mẫu số đúng").FillAsync("9000");
        await correct.ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("9001");
        await dialog.GetByLabel("Số đúng (chỉ khi đính chính)").FillAsync("8999");
        await correct.ClickAsync();

        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(held).ToBeHiddenAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Đã đính chính" }).ClickAsync();
        await Assertions.Expect(held).ToContainTextAsync("An Nguyễn");
        var figure = await city.Twin.Client.GetFromJsonAsync<JsonElement>(
            "/v1/units/11320/rollup?indicator=FIBER-HOUSEHOLDS&period=2025-03");
        Assert.Equal(8_999, figure.GetProperty("numerator").GetDouble());
    }

    private async Task<JsonElement> ReportAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "text/csv");
        using var response = await city.Twin.Client.PostAsync(new Uri("/v1/observations", UriKind.Relative), content);
        return await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }
}
