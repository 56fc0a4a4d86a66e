using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Playwright;
using Twin.Web.Tests.Browser;

namespace Twin.Web.Tests;

/// <summary>The fleet as a duty officer meets it: who is lost, since when, where it went, what is done.</summary>
[Collection(SharedCity.Name)]
public sealed class FleetTests(CityBrowser city)
{
    private const string Fleet = "?view=fleet&lang=vi";
    private static readonly string[] Large = ["from15To24", "from24"];

    [SkippableFact]
    public async Task The_legend_counts_every_boat_and_is_the_filter()
    {
        Installed.RequireBrowser();
        // Of a place: ships without a home come and go in the whole.
        var home = await HomeAsync("eligible=false");
        await using var page = await city.OpenAsync($"{Fleet}&unit={home}");
        var count = page.Page.Locator(".fleet-panel .panel-head .hint");
        await Assertions.Expect(count).ToContainTextAsync($"trong {Written(await CountAsync($"unit={home}"))} tàu");

        await page.Page.Locator("[data-facet=ineligible]").ClickAsync();

        await page.AddressHoldsAsync("eligible=false");
        await Assertions.Expect(count)
            .ToContainTextAsync(Written(await CountAsync($"unit={home}&eligible=false")) + " trong ");
        await page.Page.Locator("[data-facet=threeNo]").ClickAsync();
        await page.AddressHoldsAsync("threeNo=true");
        await page.Page.GoBackAsync();
        await page.Page.GoBackAsync();
        await Assertions.Expect(page.Page.Locator("[data-facet=ineligible]"))
            .ToHaveAttributeAsync("aria-pressed", "false");
        await Assertions.Expect(page.Page.Locator("[data-facet=threeNo] b"))
            .ToHaveTextAsync(Written(await CountAsync($"unit={home}&threeNo=true")));
        Assert.True(page.Errors.IsEmpty, string.Join('\n', page.Errors));
    }

    [SkippableFact]
    public async Task Large_boats_of_a_place_that_fell_silent_in_a_night_are_found_by_clicks_and_by_the_address()
    {
        Installed.RequireBrowser();
        var boat = await LongestLostAsync();
        var (id, home, heard) = (Text(boat, "id"), Text(boat, "homeUnit"), Heard(boat));
        await using var page = await city.OpenAsync(Fleet + "&part=lost");
        var row = page.Page.Locator($"tr[data-boat='{id}']");

        await page.Page.Locator(".place select").SelectOptionAsync(home);
        await page.AddressHoldsAsync($"unit={home}");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "15 – <24 m" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Từ 24 m" }).ClickAsync();
        await page.AddressHoldsAsync("size=from15To24+from24");
        await Assertions.Expect(row).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.Locator("tr[data-group]")).Not.ToHaveCountAsync(0);

        await page.GoAsync(Address(home, heard, heard.AddHours(1)));
        await Assertions.Expect(row).ToContainTextAsync("Mất");
        await page.GoAsync(Address(home, heard.AddHours(1), heard.AddHours(2)));
        await Assertions.Expect(page.Page.Locator(".boat-count")).ToBeVisibleAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task Last_night_is_one_click_and_stays_that_night_in_the_address()
    {
        await using var page = await city.OpenAsync(Fleet + "&part=lost");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Đêm qua" }).ClickAsync();

        await page.AddressHoldsAsync("T18/");
        await Assertions.Expect(page.Page.GetByRole(AriaRole.Button, new() { Name = "Đêm qua" }))
            .ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(page.Page.Locator(".boat-count")).ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task A_row_leads_to_the_boat_on_the_map_with_its_papers_and_why_it_is_lost()
    {
        Installed.RequireBrowser();
        var id = Text(await LongestLostAsync(), "id");
        await using var page = await city.OpenAsync(Fleet + "&part=lost&find=" + id);

        await page.Page.Locator($"tr[data-boat='{id}'] a").ClickAsync();

        await page.AddressHoldsAsync($"vessel={id}");
        var card = page.Page.Locator(".boat-card");
        await Assertions.Expect(card).ToContainTextAsync(id);
        await Assertions.Expect(card.Locator(".boat-contact .hint")).ToContainTextAsync("quá thời hạn");
        await Assertions.Expect(card.Locator(".boat-papers")).ToContainTextAsync("Giấy phép khai thác");
        await Assertions.Expect(page.Page.Locator(".playback")).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(card).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task A_boat_is_followed_live_and_its_track_is_played()
    {
        Installed.RequireBrowser();
        const string Id = "574999001";
        var now = TimeProvider.System.GetUtcNow();
        await ReportAsync(Id, now.AddMinutes(-50), 107.1);
        await ReportAsync(Id, now.AddMinutes(-20), 107.15);
        await using var page = await city.OpenAsync(Fleet + "&vessel=" + Id);
        var card = page.Page.Locator(".boat-card");
        await Assertions.Expect(card).ToContainTextAsync("107,1500° Đ");
        await page.WaitAsync("document.querySelector('.live-live') !== null");

        await ReportAsync(Id, now, 107.2);
        await Assertions.Expect(card).ToContainTextAsync("107,2000° Đ");

        await page.Page.Locator(".playback .play").ClickAsync();
        await page.AddressHoldsAsync("moment=");
        await Assertions.Expect(page.Page.Locator(".playback .play")).ToHaveAttributeAsync("aria-label", "Phát");
        await page.Page.Locator("#moment").FocusAsync();
        await page.Page.Keyboard.PressAsync("Home");
        await Assertions.Expect(page.Page.Locator(".playback .time-now")).ToContainTextAsync("đang xem lại");
        Assert.True(page.Errors.IsEmpty, string.Join('\n', page.Errors));
    }

    [SkippableFact]
    public async Task What_the_list_shows_is_saved_as_a_table()
    {
        Installed.RequireBrowser();
        var home = await HomeAsync("threeNo=true&eligible=true");
        await using var page = await city.OpenAsync(
            $"{Fleet}&part=boats&unit={home}&threeNo=true&eligible=true");

        var download = await page.Page.RunAndWaitForDownloadAsync(
            () => page.Page.GetByRole(AriaRole.Button, new() { Name = "CSV" }).ClickAsync());

        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.Equal("doi-tau.csv", download.SuggestedFilename);
        Assert.Contains("Số đăng ký;", lines[0], StringComparison.Ordinal);
        Assert.Equal(await CountAsync($"unit={home}&threeNo=true&eligible=true"), lines.Length - 1);
        Assert.All(lines.Skip(1), line => Assert.Contains("Ba không", line, StringComparison.Ordinal));
    }

    [SkippableFact]
    public async Task A_case_is_opened_from_the_boat_and_stands_on_the_board()
    {
        Installed.RequireBrowser();
        var id = Text(await LongestLostAsync(), "id");
        await using var page = await city.OpenAsync(Fleet + "&vessel=" + id);
        await page.Page.Locator(".boat-cases").GetByLabel("Họ tên của bạn").FillAsync("An Nguyễn");

        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Mở vụ việc" }).ClickAsync();

        var dialog = page.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync(id);
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await page.Page.Locator(".fleet-panel .tabs").GetByText("Vụ việc").ClickAsync();
        await Assertions.Expect(page.Page.Locator(".case-card").Filter(new() { HasText = id }).First)
            .ToBeVisibleAsync();
    }

    [SkippableFact]
    public async Task Feeds_say_how_much_came_and_whether_they_are_down()
    {
        await using var page = await city.OpenAsync(Fleet + "&part=feeds");

        var feed = page.Page.Locator("tr[data-feed='vms-demo']");

        await Assertions.Expect(feed).ToContainTextAsync("Đang nhận");
        await Assertions.Expect(feed.Locator("td.number").Nth(1)).Not.ToHaveTextAsync("0");
    }

    [SkippableFact]
    public async Task A_figure_that_a_unit_reported_is_held_against_the_boats()
    {
        Installed.RequireBrowser();
        using var content = new StringContent(
            "unit,indicator,period,value\n11914,FISHING-VESSELS-THREE-NO,2024-05,7\n", Encoding.UTF8, "text/csv");
        using var response = await city.Twin.Client.PostAsync(new Uri("/v1/observations", UriKind.Relative), content);
        response.EnsureSuccessStatusCode();
        await using var page = await city.OpenAsync(Fleet + "&unit=317&period=2024-05");

        var line = page.Page.Locator("[data-indicator='FISHING-VESSELS-THREE-NO']");

        await Assertions.Expect(line.Locator("b")).ToHaveTextAsync("7");
        await Assertions.Expect(line).ToHaveAttributeAsync("data-agrees", "false");
        await Assertions.Expect(line).ToContainTextAsync(
            FormattableString.Invariant($"đếm từng tàu: {await CountAsync("threeNo=true&unit=317")}"));
    }

    [SkippableFact]
    public async Task The_counts_beside_the_scorecard_are_those_of_the_fleet_and_lead_there()
    {
        await using var page = await city.OpenAsync("?view=scorecard&unit=317&lang=vi");
        var threeNo = page.Page.Locator("[data-count=threeNo]");
        await Assertions.Expect(threeNo).ToHaveTextAsync(Written(await CountAsync("unit=317&threeNo=true")));
        await Assertions.Expect(page.Page.Locator("[data-count=boats]"))
            .ToHaveTextAsync(Written(await CountAsync("unit=317")));

        await threeNo.ClickAsync();

        await page.AddressHoldsAsync("threeNo=true");
        await Assertions.Expect(page.Page.Locator(".fleet-panel .panel-head .hint"))
            .ToContainTextAsync(Written(await CountAsync("unit=317&threeNo=true")) + " trong ");
    }

    [SkippableFact]
    public async Task A_browser_that_cannot_draw_the_map_gets_the_list_of_boats()
    {
        const string WithoutWebGl = """
            const getContext = HTMLCanvasElement.prototype.getContext;
            HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
              return kind.startsWith('webgl') ? null : getContext.call(this, kind, ...rest);
            };
            """;
        await using var page = await city.OpenAsync(Fleet);
        await page.Page.AddInitScriptAsync(WithoutWebGl);

        await page.GoAsync(Fleet);

        await Assertions.Expect(page.Page.Locator("tr[data-boat]").First).ToBeVisibleAsync();
    }

    /// <summary>A large boat that has been lost for longest: it will not be heard while a test runs.</summary>
    private async Task<JsonElement> LongestLostAsync()
    {
        var lost = await city.Twin.Client.GetFromJsonAsync<JsonElement>(
            $"/v1/vessels?contact=lost,longLost&limit=1000&sizeClass={string.Join(',', Large)}");
        return lost.GetProperty("items").EnumerateArray().Where(HasHome)
            .MaxBy(boat => boat.GetProperty("silenceMinutes").GetDouble());
    }

    /// <summary>A place that has boats of a kind.</summary>
    private async Task<string> HomeAsync(string query)
    {
        var some = await city.Twin.Client.GetFromJsonAsync<JsonElement>($"/v1/vessels?limit=1000&{query}");
        return Text(some.GetProperty("items").EnumerateArray().First(HasHome), "homeUnit");
    }

    private async Task<int> CountAsync(string query)
    {
        var list = await city.Twin.Client.GetFromJsonAsync<JsonElement>($"/v1/vessels?limit=1&{query}".TrimEnd('&'));
        return list.GetProperty("numberMatched").GetInt32();
    }

    private async Task ReportAsync(string id, DateTimeOffset at, double longitude)
    {
        var row = JsonSerializer.Serialize(new
        {
            mmsi = id,
            time = at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            longitude,
            latitude = 20.3,
        });
        using var content = new StringContent(row, Encoding.UTF8, "application/x-ndjson");
        using var response = await city.Twin.Client.PostAsync(
            new Uri("/v1/positions?feed=page-test", UriKind.Relative), content);
        Assert.Contains("\"accepted\":1", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static bool HasHome(JsonElement boat) =>
        boat.GetProperty("homeUnit").ValueKind is JsonValueKind.String;

    /// <summary>The list of large boats of a place that were last heard from one hour of the city to another.</summary>
    private static string Address(string home, DateTimeOffset from, DateTimeOffset to) =>
        $"{Fleet}&part=lost&unit={home}&size={string.Join('+', Large)}&silent={Hour(from)}/{Hour(to)}";

    private static string Hour(DateTimeOffset at) =>
        at.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd'T'HH", CultureInfo.InvariantCulture);

    /// <summary>A number as Vietnamese writes it.</summary>
    private static string Written(int count) =>
        count.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '.');

    private static string Text(JsonElement boat, string member) => boat.GetProperty(member).GetString() ?? string.Empty;

    private static DateTimeOffset Heard(JsonElement boat) =>
        boat.GetProperty("lastPosition").GetProperty("phenomenonTime").GetDateTimeOffset();
}
