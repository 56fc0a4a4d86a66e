using Microsoft.Playwright;
using Twin.Web.Tests.Browser;

namespace Twin.Web.Tests;

/// <summary>Tables in, files out.</summary>
[Collection(SharedCity.Name)]
public sealed class ExchangeTests(CityBrowser city)
{
    private const string Exchange = "?view=exchange&lang=vi";

    // A month that no other test looks at.
    private const string Table = """
        BÁO CÁO THÁNG 3 NĂM 2022;;
        Tên đơn vị;Hộ có cáp;Số hộ
        Phường Quán Toan;2310;2412
        Phường Không Có;1;2
        """;

    [SkippableFact]
    public async Task A_table_is_mapped_checked_and_taken_in()
    {
        await using var page = await city.OpenAsync(Exchange);
        await ChooseAsync(page.Page);
        await HoldAsync(page.Page, 1, "value");
        await HoldAsync(page.Page, 2, "denominator");
        var check = page.Page.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra thử" });
        await Assertions.Expect(check).ToBeDisabledAsync();
        await page.Page.GetByLabel("Kỳ của cả bảng").FillAsync("3/2022");

        await check.ClickAsync();
        await Assertions.Expect(page.Page.Locator(".import-result")).ToContainTextAsync("1 số liệu hợp lệ.");
        await Assertions.Expect(page.Page.Locator(".import-result")).ToContainTextAsync("Không có đơn vị này.");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Nhập 1 số liệu" }).ClickAsync();

        await Assertions.Expect(page.Page.Locator(".import-result")).ToContainTextAsync("Đã nhập 1 số liệu.");
    }

    [SkippableFact]
    public async Task The_refused_lines_can_be_downloaded()
    {
        await using var page = await city.OpenAsync(Exchange);
        await ChooseAsync(page.Page);
        await HoldAsync(page.Page, 1, "value");
        await HoldAsync(page.Page, 2, "denominator");
        await page.Page.GetByLabel("Kỳ của cả bảng").FillAsync("3/2022");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra thử" }).ClickAsync();

        var download = await page.Page.RunAndWaitForDownloadAsync(
            () => page.Page.GetByRole(AriaRole.Button, new() { Name = "Tải các dòng bị từ chối" }).ClickAsync());

        Assert.Equal("báo cáo-rejected.xlsx", download.SuggestedFilename);
        var bytes = await File.ReadAllBytesAsync(await download.PathAsync());
        Assert.Equal("PK"u8.ToArray(), bytes[..2]);
    }

    [SkippableFact]
    public async Task Figures_are_downloaded_and_a_report_opens_to_be_printed()
    {
        await using var page = await city.OpenAsync(Exchange + "&unit=303&period=2024-12");
        await page.Page.GetByLabel("Định dạng").SelectOptionAsync("csv");

        var download = await page.Page.RunAndWaitForDownloadAsync(
            () => page.Page.GetByRole(AriaRole.Link, new() { Name = "Tải tệp" }).ClickAsync());
        var text = await File.ReadAllTextAsync(await download.PathAsync());
        Assert.StartsWith("Mã đơn vị;", text, StringComparison.Ordinal);

        var report = await page.Page.RunAndWaitForPopupAsync(
            () => page.Page.GetByRole(AriaRole.Link, new() { Name = "quý 4/2024" }).ClickAsync());
        await Assertions.Expect(report.Locator("h1")).ToHaveTextAsync("BẢNG THEO DÕI MỤC TIÊU");
        await Assertions.Expect(report.Locator(".sub")).ToHaveTextAsync("Quý 4/2024");
    }

    private static async Task ChooseAsync(IPage page)
    {
        await page.Locator("[aria-labelledby=import-title] .drop input").SetInputFilesAsync(new FilePayload
        {
            Name = "báo cáo.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes(Table),
        });
        await page.WaitForSelectorAsync(".column-table");
    }

    /// <summary>Says that a column holds numbers of the fiber indicator.</summary>
    private static async Task HoldAsync(IPage page, int column, string role)
    {
        var selects = page.Locator(".column-table th").Nth(column).Locator("select");
        await selects.First.SelectOptionAsync(role);
        await selects.Nth(1).SelectOptionAsync("FIBER-HOUSEHOLDS");
    }
}
