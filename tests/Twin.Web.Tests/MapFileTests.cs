using Microsoft.Playwright;
using Twin.Web.Tests.Browser;

namespace Twin.Web.Tests;

/// <summary>Boundaries from a map file, on the page.</summary>
[Collection(SharedCity.Name)]
public sealed class MapFileTests(CityBrowser city)
{
    private const string Exchange = "?view=exchange&lang=vi";

    // Taken back at the end, for other tests look at the same map.
    private const string Day = "2022-06-30";

    [SkippableFact]
    public async Task Boundaries_are_tried_made_the_map_and_taken_back()
    {
        await using var page = await city.OpenAsync(Exchange);
        var url = new Uri(new Uri(page.Page.Url), $"/v1/exports/boundaries?date={Day}&level=commune");
        var response = await page.Page.APIRequest.GetAsync(url.AbsoluteUri);
        var drawn = await response.BodyAsync();
        await page.Page.Locator("[aria-labelledby=map-file-title] .drop input").SetInputFilesAsync(new FilePayload
        {
            Name = "xã.geojson",
            MimeType = "application/geo+json",
            Buffer = drawn,
        });
        var attempt = page.Page.GetByRole(AriaRole.Button, new() { Name = "Xem thử ranh giới" });
        await Assertions.Expect(attempt).ToBeDisabledAsync();
        await page.Page.GetByLabel("Ngày của các đơn vị").FillAsync(Day);
        await page.Page.GetByLabel("Người thực hiện").FillAsync("Lan");
        await page.Page.GetByLabel("Lý do").FillAsync("thử");

        await attempt.ClickAsync();
        await Assertions.Expect(page.Page.Locator(".map-result")).ToContainTextAsync("chưa thay đổi gì");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Thay ranh giới của" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator(".map-result")).ToContainTextAsync("Đã thay ranh giới");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Hoàn tác ranh giới này" }).ClickAsync();
        await Assertions.Expect(page.Page.GetByText("bản đồ trở lại như trước")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task A_file_that_is_no_map_is_told_with_what_to_do()
    {
        await using var page = await city.OpenAsync(Exchange);
        await page.Page.Locator("[aria-labelledby=map-file-title] .drop input").SetInputFilesAsync(new FilePayload
        {
            Name = "a.csv",
            MimeType = "text/csv",
            Buffer = "a,b\n1,2\n"u8.ToArray(),
        });
        await page.Page.GetByLabel("Người thực hiện").FillAsync("Lan");
        await page.Page.GetByLabel("Lý do").FillAsync("thử");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Xem thử ranh giới" }).ClickAsync();

        await Assertions.Expect(page.Page.Locator(".problem")).ToContainTextAsync("Không đọc được tệp bản đồ");
        await Assertions.Expect(page.Page.Locator(".problem")).ToContainTextAsync("wkt");
    }
}
