using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Twin.TestKit;
using Twin.Web.Tests.Browser;

namespace Twin.Web.Tests;

/// <summary>What happens on the page while reports come in, and when they cannot.</summary>
[Collection(SharedCity.Name)]
public sealed class LiveTests(CityBrowser city)
{
    private const string Commune = "11296";
    private const string Communes = "?indicator=FIBER-HOUSEHOLDS&period=2024-12&unit=303&classes=equal";
    private const string IsLive = "document.querySelector('.live-live') !== null";
    private static readonly TimeSpan ChangeLimit = TimeSpan.FromSeconds(1);

    [SkippableFact]
    public async Task A_posted_report_recolours_the_map_within_a_second_and_without_a_reload()
    {
        await using var page = await city.OpenAsync(Communes);
        await page.WaitAsync(IsLive);
        await page.Page.EvaluateAsync("window.stillTheSame = true");
        var before = await page.ClassOfAsync(Commune);
        var picture = await PatchAsync(page);

        await ReportAsync(city.Twin, covered: 1);
        await page.WaitAsync(
            FormattableString.Invariant($"window.twin.classOf('{Commune}') !== '{before}'"), ChangeLimit);

        Assert.Equal("0", await page.ClassOfAsync(Commune));
        Assert.True(await page.Page.EvaluateAsync<bool>("window.stillTheSame"));
        await WaitForAnotherPatchAsync(page, picture);
        await ReportAsync(city.Twin, covered: 970);
    }

    [SkippableFact]
    public async Task An_open_card_follows_with_its_arithmetic_and_its_trend()
    {
        await using var page = await city.OpenAsync(
            Communes + $"&selected={Commune}&why={Commune},FIBER-HOUSEHOLDS,2024-12");
        await page.WaitAsync(IsLive);

        await ReportAsync(city.Twin, covered: 250);

        await Assertions.Expect(page.Page.Locator(".figure .value")).ToHaveTextAsync("25,0\u00a0%");
        await Assertions.Expect(page.Page.Locator(".arithmetic"))
            .ToContainTextAsync("250 ÷ Số hộ gia đình 1.000 × 100 = 25 %");
        await Assertions.Expect(page.Page.Locator(".trend output")).ToContainTextAsync("25,0");
        await Assertions.Expect(page.Page.Locator(".target-line")).ToContainTextAsync("Không đạt");
        await ReportAsync(city.Twin, covered: 970);
    }

    [SkippableFact]
    public async Task A_broken_feed_says_since_when_and_comes_back_by_itself()
    {
        Installed.RequireBrowser();
        await using var page = await city.OpenAsync(Communes);
        await page.WaitAsync(IsLive);
        await page.Page.RouteAsync("**/v1/events?**", route => route.AbortAsync());

        await page.Page.ReloadAsync();
        await page.WaitAsync("document.querySelector('.live-broken') !== null");

        Assert.Matches(@"^Mất kết nối từ \d\d:\d\d$", await page.Page.Locator(".live").InnerTextAsync());

        await page.Page.UnrouteAllAsync();
        await page.WaitAsync(IsLive);
    }

    [SkippableFact]
    public async Task A_city_without_a_report_says_how_to_send_one_and_shows_it_when_it_comes()
    {
        Installed.RequireBrowser();
        using var folder = new TemporaryFolder();
        await using var empty = await TwinProcess.StartCityAsync(folder.Path, "--no-demo");
        await using var page = await city.OpenAsync(
            () => empty, string.Empty, CityBrowser.Wide, ColorScheme.Light, "vi-VN", waits: false);

        await Assertions.Expect(page.Page.Locator(".trouble")).ToContainTextAsync("Chưa có báo cáo nào");

        await Assertions.Expect(page.Page.Locator(".trouble pre")).ToContainTextAsync("/v1/observations");
        await Assertions.Expect(page.Page.Locator(".topbar .badges")).Not.ToContainTextAsync("minh họa");
        await page.WaitAsync(IsLive);

        await ReportAsync(empty, covered: 640);

        await Assertions.Expect(page.Page.Locator(".trouble")).ToBeHiddenAsync();
        await Assertions.Expect(page.Page.Locator(".time-now")).ToHaveTextAsync("tháng 12/2024");
        Assert.True(page.Errors.IsEmpty, string.Join('\n', page.Errors));
    }

    /// <summary>A small part of the picture inside the commune, beside its label.</summary>
    private static async Task<byte[]> PatchAsync(OpenPage page)
    {
        var (x, y) = await page.PointOfAsync(Commune);
        return await page.Page.ScreenshotAsync(new() { Clip = new() { X = x, Y = y + 26, Width = 4, Height = 4 } });
    }

    private static async Task WaitForAnotherPatchAsync(OpenPage page, byte[] before)
    {
        // The colour fades over some frames; each look waits for the next frame.
        for (var look = 0; look < 200; look++)
        {
            var now = await PatchAsync(page);
            if (!now.SequenceEqual(before))
            {
                return;
            }

            await page.NextFrameAsync();
        }

        Assert.Fail("The class has changed, but not the picture.");
    }

    private static async Task ReportAsync(TwinProcess twin, int covered)
    {
        var row = string.Create(CultureInfo.InvariantCulture, $"{Commune};FIBER-HOUSEHOLDS;2024-12;{covered};1000");
        using var body = new StringContent(
            $"mã đơn vị;chỉ tiêu;kỳ;tử số;mẫu số\n{row}\n", Encoding.UTF8, "text/csv");
        using var answer = await twin.Client.PostAsync("/v1/observations", body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
