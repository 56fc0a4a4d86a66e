using System.Text;
using Microsoft.Playwright;
using Twin.Web.Tests.Browser;

namespace Twin.Web.Tests;

/// <summary>Targets given to units, milestones, cases and subscribers: what people do on the page.</summary>
[Collection(SharedCity.Name)]
public sealed class PlanningTests(CityBrowser city)
{
    private const string Scorecard = "?view=scorecard&period=2024-12";

    // However many cards there are in a column, none is lower than what is on it.
    private const string IsEachCardWhole = """
        () => {
          const card = document.querySelector('.case-card');
          for (let i = 0; i < 60; i++) {
            card.parentElement.append(card.cloneNode(true));
          }
          return [...document.querySelectorAll('.case-card')].every(one => one.scrollHeight <= one.clientHeight + 1);
        }
        """;

    [SkippableFact]
    public async Task A_target_is_divided_typed_over_given_seen_by_the_unit_and_taken_back()
    {
        await using var page = await city.OpenAsync(Scorecard + "&divide=HP-10");
        var dialog = page.Page.Locator("dialog");
        var sums = dialog.Locator(".cascade-sums");
        await Assertions.Expect(sums).ToContainTextAsync("80,0");

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Cùng mức phấn đấu" }).ClickAsync();
        await dialog.Locator("tr[data-unit='303'] input").FillAsync("95");
        await Assertions.Expect(dialog.Locator("tr[data-unit='303']")).ToContainTextAsync("+");
        await Assertions.Expect(sums.Locator("dd").Last).ToContainTextAsync("0,00");
        var give = dialog.GetByRole(AriaRole.Button, new() { Name = "Giao", Exact = true });
        await Assertions.Expect(give).ToBeDisabledAsync();
        await dialog.GetByLabel("Họ tên của bạn").FillAsync("Lan");
        await dialog.GetByLabel("Quyết định hoặc lý do").FillAsync("12/QĐ-UBND");
        await give.ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Status)).ToContainTextAsync("Đã giao");

        await using (var unit = await city.OpenAsync(Scorecard + "&unit=303"))
        {
            await Assertions.Expect(unit.Page.Locator("tr[data-target='HP-10.303']")).ToContainTextAsync("≥ 95");
        }

        await dialog.GetByRole(AriaRole.Button, new() { Name = "Thu hồi" }).ClickAsync();
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Thu hồi" })).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task Shares_that_fall_short_are_shown_and_cannot_be_given()
    {
        await using var page = await city.OpenAsync(Scorecard + "&divide=HP-10");
        var dialog = page.Page.Locator("dialog");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Tự giao" }).ClickAsync();
        var inputs = dialog.Locator(".cascade-table input");
        await Assertions.Expect(inputs.First).ToBeVisibleAsync();

        for (var i = 0; i < await inputs.CountAsync(); i++)
        {
            await inputs.Nth(i).FillAsync("50");
        }

        await Assertions.Expect(dialog.Locator(".cascade-sums")).ToContainTextAsync("chưa đủ");
        await dialog.GetByLabel("Họ tên của bạn").FillAsync("Lan");
        await dialog.GetByLabel("Quyết định hoặc lý do").FillAsync("12/QĐ-UBND");
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Giao", Exact = true }))
            .ToBeDisabledAsync();
    }

    [SkippableFact]
    public async Task What_somebody_else_changes_of_the_city_is_on_the_page_without_a_reload()
    {
        await using var page = await city.OpenAsync(Scorecard + "&unit=304");
        await page.WaitAsync("document.querySelector('.live-live') !== null");
        await page.Page.EvaluateAsync("window.stillTheSame = true");
        const string Shares = "/v1/targets/HP-13/cascade";
        using var body = new StringContent(
            """{"method":"equal","by":"Minh","reason":"13/QĐ","dryRun":false}""", Encoding.UTF8, "application/json");

        using var given = await city.Twin.Client.PostAsync(Shares, body);
        given.EnsureSuccessStatusCode();

        var share = page.Page.Locator("tr[data-target='HP-13.304']");
        await Assertions.Expect(share).ToHaveCountAsync(1);
        using var taken = await city.Twin.Client.DeleteAsync(Shares + "?by=Minh&reason=sai");
        taken.EnsureSuccessStatusCode();
        await Assertions.Expect(share).ToHaveCountAsync(0);
        Assert.True(await page.Page.EvaluateAsync<bool>("window.stillTheSame"));
    }

    [SkippableFact]
    public async Task Milestones_and_the_course_of_each_figure_stand_on_the_scorecard()
    {
        await using var page = await city.OpenAsync(Scorecard);

        await page.Page.Locator(".milestones summary").ClickAsync();

        await Assertions.Expect(page.Page.Locator(".milestones summary")).ToContainTextAsync("đúng hạn");
        await Assertions.Expect(page.Page.Locator("[data-milestone='HP-21']")).ToContainTextAsync("31/12/2022");
        await Assertions.Expect(page.Page.Locator("tr[data-target='HP-10'] .sparkline-line")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.Locator("tr[data-target='HP-10'] .sparkline-goal")).ToHaveCountAsync(1);
        await page.AddressHoldsAsync("milestones=1");
    }

    [SkippableFact]
    public async Task A_case_is_opened_given_to_somebody_and_closed()
    {
        await using var page = await city.OpenAsync("?view=alerts&tab=cases&unit=303");
        await page.Page.GetByLabel("Họ tên của bạn").FillAsync("Lan");
        await page.Page.GetByLabel("Vụ việc mới").FillAsync("Cáp treo ở phố Điện Biên Phủ");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Mở vụ việc" }).ClickAsync();
        var dialog = page.Page.Locator("dialog");

        await dialog.GetByLabel("Giai đoạn").SelectOptionAsync("acting");
        await dialog.GetByLabel("Người xử lý").FillAsync("Minh");
        await dialog.GetByLabel("Ghi chú").FillAsync("Đã gọi nhà mạng");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();

        await Assertions.Expect(dialog.Locator(".case-events li")).ToHaveCountAsync(2);
        await Assertions.Expect(dialog.Locator(".case-events li").First).ToContainTextAsync("Đã gọi nhà mạng");
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Page.GetByLabel("Đang xử lý").Locator(".case-card")).ToContainTextAsync("Minh");
        Assert.True(await page.Page.EvaluateAsync<bool>(IsEachCardWhole));
    }

    [SkippableFact]
    public async Task A_subscriber_is_added_with_its_secret_told_once_and_ended()
    {
        await using var page = await city.OpenAsync("?view=alerts&tab=webhooks");
        await page.Page.GetByLabel("Địa chỉ").FillAsync("https://example.org/hook");
        await page.Page.GetByLabel("Họ tên của bạn").FillAsync("Lan");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng ký" }).ClickAsync();

        Assert.Matches("^[0-9a-f]{64}$", await page.Page.Locator(".webhooks code").InnerTextAsync());
        var hook = page.Page.Locator(".webhook");
        await Assertions.Expect(hook).ToContainTextAsync("example.org");
        await hook.GetByRole(AriaRole.Button, new() { Name = "Hủy" }).ClickAsync();
        await Assertions.Expect(hook).ToHaveCountAsync(0);
    }
}
