using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Twin.Web.Tests.Browser;

namespace Twin.Web.Tests;

/// <summary>Facilities from a map file, on the page.</summary>
[Collection(SharedCity.Name)]
public sealed class PlaceFileTests(CityBrowser city)
{
    private const string Exchange = "?view=exchange&lang=vi";

    // So far ahead that other tests, which look at the same city, never see what this one takes in.
    private const string Day = "2090-01-01";

    private const string Table = """
        mã;tên;loại;Kinh độ;Vĩ độ
        THU-1;Trường Thử Một;Trường học;106,68;20,85
        THU-2;Trường Thử Hai;Trường học;106,70;20,86
        THU 3;Dấu cách trong mã;Trường học;106,70;20,86
        THU-4;Không biết loại;Bệnh xá;106,70;20,86
        THU-5;Ở đâu đó;Trường học;20,86;10,70
        """;

    [SkippableFact]
    public async Task Places_of_a_table_are_mapped_tried_seen_and_taken_in_and_the_others_can_be_saved()
    {
        await using var page = await city.OpenAsync(Exchange);
        var form = page.Page.Locator(".place-import");
        await ChooseAsync(form, "facilities", Table);

        await Assertions.Expect(form.Locator("[data-field=code] select")).ToHaveValueAsync("mã");
        await Assertions.Expect(form.Locator("[data-field=nameVi] select")).ToHaveValueAsync("tên");
        await Assertions.Expect(form.Locator("[data-field=kind] td").Nth(1)).ToHaveTextAsync("Trường học");
        await form.GetByLabel("Có từ ngày", new() { Exact = true }).FillAsync(Day);
        await SignAsync(form);
        await form.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra tệp" }).ClickAsync();

        await Assertions.Expect(form.Locator(".place-result")).ToContainTextAsync("3 mới");
        await Assertions.Expect(form.Locator(".place-sketch circle")).ToHaveCountAsync(3);
        await Assertions.Expect(form.Locator(".place-sketch .note")).ToContainTextAsync("1 địa điểm nằm ngoài");
        await Assertions.Expect(form.Locator(".place-left tbody tr")).ToHaveCountAsync(2);
        Assert.Equal(0, await CountAsync());
        var saved = await page.Page.RunAndWaitForDownloadAsync(
            () => form.GetByRole(AriaRole.Button, new() { Name = "Lưu các hình bị từ chối" }).ClickAsync());
        Assert.Equal("truong-rejected.csv", saved.SuggestedFilename);
        using var reader = new StreamReader(await saved.CreateReadStreamAsync());
        Assert.Contains("Bệnh xá", await reader.ReadToEndAsync(), StringComparison.Ordinal);

        await form.GetByRole(AriaRole.Button, new() { Name = "Nhập 3 địa điểm" }).ClickAsync();
        await Assertions.Expect(form.Locator(".place-result")).ToContainTextAsync("đã nhập 3 mới");
        Assert.Equal(3, await CountAsync());
        await form.GetByRole(AriaRole.Link, new() { Name = "Xem trên bản đồ" }).ClickAsync();
        await page.AddressHoldsAsync("layers=facilities");
    }

    [SkippableFact]
    public async Task What_the_file_does_not_say_is_asked_for_before_it_can_be_tried()
    {
        await using var page = await city.OpenAsync(Exchange);
        var form = page.Page.Locator(".place-import");
        await ChooseAsync(form, "sites", Table);
        await SignAsync(form);
        var attempt = form.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra tệp" });

        await Assertions.Expect(form.GetByText("Còn thiếu: Nhà mạng, Công nghệ, Tình trạng.")).ToBeVisibleAsync();
        await Assertions.Expect(attempt).ToBeDisabledAsync();
        await form.Locator("[data-field=operators] input").FillAsync("viettel");
        await form.Locator("[data-field=technology] td select").Last.SelectOptionAsync("5G");
        await form.Locator("[data-field=status] td select").Last.SelectOptionAsync("planned");
        await attempt.ClickAsync();

        // Nothing of it is a kind of site, and each feature says so.
        await Assertions.Expect(form.Locator(".problem")).ToBeVisibleAsync();
        await Assertions.Expect(form.Locator(".place-left tbody tr")).ToHaveCountAsync(5);
    }

    [SkippableFact]
    public async Task A_table_whose_coordinates_are_not_found_can_be_told_where_they_are()
    {
        await using var page = await city.OpenAsync(Exchange);
        var form = page.Page.Locator(".place-import");
        await ChooseAsync(form, "facilities", "mã;tên;cột A;cột B\nTHU-9;Chợ Thử;106,68;20,85\n");

        await Assertions.Expect(form.Locator(".problem")).ToContainTextAsync("cột A");
        await form.Locator("details summary").First.ClickAsync();
        await form.GetByLabel("Cột kinh độ hoặc X").FillAsync("cột A");
        await form.GetByLabel("Cột vĩ độ hoặc Y").FillAsync("cột B");
        await page.Page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(form.Locator("[data-field=code] select")).ToHaveValueAsync("mã");
        await Assertions.Expect(form.Locator(".problem")).ToHaveCountAsync(0);
    }

    private static async Task ChooseAsync(ILocator form, string layer, string table)
    {
        await form.Locator("select").First.SelectOptionAsync(layer);
        await form.Locator("input[type=file]").SetInputFilesAsync(new FilePayload
        {
            Name = "truong.csv",
            MimeType = "text/csv",
            Buffer = Encoding.UTF8.GetBytes(table),
        });
    }

    private static async Task SignAsync(ILocator form)
    {
        await form.GetByLabel("Người thực hiện").FillAsync("Lan");
        await form.GetByLabel("Lý do").FillAsync("thử");
    }

    private async Task<int> CountAsync() => (await city.Twin.Client.GetFromJsonAsync<JsonElement>(
        $"/ogc/collections/facilities/items?limit=1&datetime={Day}&filter="
        + Uri.EscapeDataString("nameVi LIKE 'Trường Thử%' OR nameVi = 'Ở đâu đó'")))
        .GetProperty("numberMatched").GetInt32();
}
