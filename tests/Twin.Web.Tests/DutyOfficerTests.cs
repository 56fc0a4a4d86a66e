using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Twin.Web.Tests.Browser;

namespace Twin.Web.Tests;

/// <summary>A night's watch: who fell silent, what is done about it, where it went, and do the counts agree.</summary>
[Collection(SharedCity.Name)]
public sealed class DutyOfficerTests(CityBrowser city)
{
    /// <summary>The district as it was; its boats belong to the special zone of today.</summary>
    private const string District = "317";
    private const string Zone = "11914";
    private const string Boat = "HP-99901-TS";
    private const int MostAsked = 600;
    private static readonly TimeSpan CityTime = TimeSpan.FromHours(7);
    private static readonly string[] Papers = ["registration", "inspection", "licence"];

    [SkippableFact]
    public async Task Boats_of_Cat_Hai_that_fell_silent_last_night_are_found_worked_on_and_played()
    {
        Installed.RequireBrowser();
        // It takes the place of one like it in the register, so that no count changes.
        var other = await OneOfZoneAsync();
        await EnterAsync(Text(other, "id"), other, null);
        try
        {
            await EnterAsync(Boat, other, Zone);
            var heard = await FallSilentLastNightAsync();
            var file = await CaseAsync(heard);
            await using var page = await city.OpenAsync("?view=fleet&part=lost&lang=vi");

            await FindAsync(page);
            await WorkOnAsync(page, file);
            await PlayAsync(page);

            Assert.True(page.Errors.IsEmpty, string.Join('\n', page.Errors));
        }
        finally
        {
            await EnterAsync(Boat, other, null);
            await EnterAsync(Text(other, "id"), other, Zone);
        }
    }

    [SkippableFact]
    public async Task The_city_s_count_on_the_scorecard_is_that_of_its_boats_and_ships_that_pass_are_none_of_them()
    {
        Installed.RequireBrowser();
        var boats = await CountAsync("unit=31");
        Assert.True(await CountAsync(string.Empty) > boats, "No ship passes by.");
        await using var page = await city.OpenAsync("?view=fleet&lang=vi");

        var line = page.Page.Locator(".agreement [data-indicator='FISHING-VESSELS']");
        await Assertions.Expect(line).ToHaveAttributeAsync("data-agrees", "true");
        await Assertions.Expect(line.Locator("b")).ToHaveTextAsync(Written(boats));
        await Assertions.Expect(page.Page.Locator(".fleet-panel .panel-head .hint"))
            .ToContainTextAsync($"{Written(boats)} trong {Written(boats)} tàu");

        await line.Page.Locator(".agreement h3 a").ClickAsync();

        await page.AddressHoldsAsync("view=scorecard");
        await Assertions.Expect(page.Page.Locator("[data-count=boats]")).ToHaveTextAsync(Written(boats));
        await Assertions.Expect(page.Page.Locator("[data-count=threeNo]"))
            .ToHaveTextAsync(Written(await CountAsync("unit=31&threeNo=true")));
    }

    [SkippableFact]
    public async Task Boats_are_filtered_by_zone_and_violation_and_the_zones_can_be_switched_off()
    {
        Installed.RequireBrowser();
        await using var page = await city.OpenAsync("?view=fleet&lang=vi");
        var count = page.Page.Locator(".fleet-panel .panel-head .hint");
        await Assertions.Expect(page.Page.Locator(".facet:has([data-facet=coastal]) .hint"))
            .ToContainTextAsync("Sơ đồ");

        await page.Page.Locator("[data-facet=offshore]").ClickAsync();

        await page.AddressHoldsAsync("zone=offshore");
        var offshore = await page.Page.Locator("[data-facet=offshore] b").InnerTextAsync();
        await Assertions.Expect(count).ToContainTextAsync($"{offshore} trong ");
        await page.Page.Locator("[data-switch=zones]").ClickAsync();
        await page.AddressHoldsAsync("zones=false");
        await page.GoAsync("?view=fleet&part=boats&lang=vi&violates=true");
        await Assertions.Expect(page.Page.Locator(".boat-count")).ToHaveTextAsync(
            $"{Written(await CountAsync("unit=31&violates=true"))} tàu");
        Assert.True(page.Errors.IsEmpty, string.Join('\n', page.Errors));
    }

    [SkippableFact]
    public async Task All_boats_are_played_over_the_last_two_days()
    {
        Installed.RequireBrowser();
        await using var page = await city.OpenAsync("?view=fleet&lang=vi");
        var state = page.Page.Locator(".playback .time-now small");

        await page.Page.Locator(".look-back").ClickAsync();

        await page.AddressHoldsAsync("back=2");
        var slider = page.Page.Locator("#past-moment");
        await Assertions.Expect(state).ToHaveTextAsync("hiện tại");
        await slider.FocusAsync();
        await page.Page.Keyboard.PressAsync("Home");
        await page.AddressHoldsAsync("moment=");
        await Assertions.Expect(state).ToContainTextAsync("lúc đó mất kết nối");
        await Assertions.Expect(page.Page.Locator("[data-facet=inPort] b")).Not.ToHaveTextAsync("0");

        // They sail through the two days by themselves, and are as they are at the end.
        await page.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(state).ToHaveTextAsync("hiện tại");
        await Assertions.Expect(page.Page.Locator(".playback .play")).ToHaveAttributeAsync("aria-label", "Phát");

        await page.Page.Locator(".playback").GetByRole(AriaRole.Button, new() { Name = "Đóng" }).ClickAsync();
        await Assertions.Expect(page.Page.Locator(".look-back")).ToBeVisibleAsync();
        Assert.True(page.Errors.IsEmpty, string.Join('\n', page.Errors));
    }

    private static async Task FindAsync(OpenPage page)
    {
        await page.Page.Locator(".place select").SelectOptionAsync(District);
        await page.AddressHoldsAsync($"unit={District}");
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "15 – <24 m" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Từ 24 m" }).ClickAsync();
        await page.Page.GetByRole(AriaRole.Button, new() { Name = "Đêm qua" }).ClickAsync();
        await page.AddressHoldsAsync("size=from15To24+from24");
        await page.AddressHoldsAsync("T18/");
        var row = page.Page.Locator($"tr[data-boat='{Boat}']");
        await Assertions.Expect(row).ToContainTextAsync("Mất");
        // The table by place, class and quarter counts just the boats that are listed.
        await page.WaitAsync(
            "[...document.querySelectorAll('tr[data-group] td:last-child')]"
            + ".reduce((n, d) => n + Number(d.innerText), 0) === document.querySelectorAll('tr[data-boat]').length");
        await row.GetByRole(AriaRole.Link).ClickAsync();
        await page.AddressHoldsAsync("vessel=" + Boat);
        await Assertions.Expect(page.Page.Locator(".boat-card .boat-contact .hint"))
            .ToContainTextAsync("quá thời hạn");
    }

    /// <summary>A call is logged, the case goes further, and it ends.</summary>
    private static async Task WorkOnAsync(OpenPage page, string file)
    {
        await page.Page.Locator($".boat-cases [data-case='{file}']").ClickAsync();
        var dialog = page.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync(Boat);
        await dialog.GetByLabel("Đã gọi qua").SelectOptionAsync("radio");
        await dialog.GetByLabel("Gọi cho ai").FillAsync("thuyền trưởng");
        await dialog.GetByLabel("có người trả lời").CheckAsync();
        await dialog.GetByLabel("Giai đoạn").SelectOptionAsync("investigating");
        await dialog.GetByLabel("Họ tên của bạn").FillAsync("Trực ban Hà");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
        var history = dialog.Locator(".case-events");
        await Assertions.Expect(history)
            .ToContainTextAsync("bộ đàm: thuyền trưởng – có người trả lời");
        await Assertions.Expect(history).ToContainTextAsync("Đang xác minh");

        await dialog.GetByLabel("Giai đoạn").SelectOptionAsync("closed");
        await dialog.GetByLabel("Kết quả").SelectOptionAsync("deviceBroken");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();

        await Assertions.Expect(history).ToContainTextAsync("hỏng thiết bị");
        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToBeHiddenAsync();
        await Assertions.Expect(page.Page.Locator($".boat-cases [data-case='{file}']")).ToContainTextAsync("Đã xong");
    }

    /// <summary>The track is played from its begin; it ends where the boat is shown as it is.</summary>
    private static async Task PlayAsync(OpenPage page)
    {
        var state = page.Page.Locator(".playback .time-now");
        await page.Page.Locator("#moment").FocusAsync();
        await page.Page.Keyboard.PressAsync("Home");
        await page.AddressHoldsAsync("moment=");
        await Assertions.Expect(state).ToContainTextAsync("đang xem lại");

        await page.Page.Locator(".playback .play").ClickAsync();

        await Assertions.Expect(state).ToContainTextAsync("hiện tại");
        await Assertions.Expect(page.Page.Locator(".playback .play")).ToHaveAttributeAsync("aria-label", "Phát");
    }

    /// <summary>A large boat of the zone with all its papers.</summary>
    private async Task<JsonElement> OneOfZoneAsync()
    {
        var list = await city.Twin.Client.GetFromJsonAsync<JsonElement>(
            $"/v1/vessels?unit={Zone}&sizeClass=from15To24&eligible=true&limit=1");
        return Assert.Single(list.GetProperty("items").EnumerateArray());
    }

    /// <summary>Enters a boat with the papers of another, with a home or without.</summary>
    private async Task EnterAsync(string id, JsonElement like, string? home)
    {
        var address = new Uri($"/v1/vessels/{id}", UriKind.Relative);
        using var card = await city.Twin.Client.GetAsync(address);
        var isItself = like.GetProperty("id").ValueEquals(id);
        var body = new JsonObject
        {
            ["by"] = "Trực ban Hà",
            ["registrationNumber"] = id,
            ["homeUnit"] = home,
            ["mmsi"] = isItself ? like.GetProperty("mmsi").GetString() : null,
            ["ownerReference"] = like.GetProperty("ownerReference").GetString(),
            ["gear"] = like.GetProperty("gear").GetString(),
            ["lengthMeters"] = like.GetProperty("lengthMeters").GetDouble(),
        };
        foreach (var paper in Papers)
        {
            body[paper] = Days(like.GetProperty(paper));
        }

        body["beacon"] = Days(like.GetProperty("beacon"));
        body["beacon"]!["feed"] = "vms-demo"; // Made in the line above.
        using var request = new HttpRequestMessage(HttpMethod.Put, address);
        request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        if (card.Headers.ETag is { } seen)
        {
            request.Headers.TryAddWithoutValidation("If-Match", seen.Tag);
        }

        using var response = await city.Twin.Client.SendAsync(request);
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());

        static JsonObject Days(JsonElement paper) => new()
        {
            ["from"] = paper.GetProperty("from").GetString(),
            ["until"] = paper.GetProperty("until").GetString(),
        };
    }

    /// <summary>The boat is heard at sea, the last time as the night begins; gives when.</summary>
    private async Task<DateTimeOffset> FallSilentLastNightAsync()
    {
        var today = TimeProvider.System.GetUtcNow().ToOffset(CityTime).Date;
        var night = new DateTimeOffset(today.AddHours(-6), CityTime).ToUniversalTime();
        DateTimeOffset[] times = [night.AddHours(-2), night.AddHours(-1), night.AddSeconds(1)];
        var rows = times.Select(at => JsonSerializer.Serialize(new
        {
            vessel = Boat,
            time = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            longitude = 107.2,
            latitude = 20.0,
        }));
        // By the feed that is heard all the time: a silent one would stop the clocks.
        using var content = new StringContent(string.Join('\n', rows), Encoding.UTF8, "application/x-ndjson");
        using var response = await city.Twin.Client.PostAsync(
            new Uri("/v1/positions?feed=vms-demo", UriKind.Relative), content);
        Assert.Contains("\"accepted\":3", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        return times[^1];
    }

    /// <summary>The case that the program opens of the boat's silence, once it has.</summary>
    private async Task<string> CaseAsync(DateTimeOffset heard)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromSeconds(1), TimeProvider.System);
        for (var asked = 0; asked < MostAsked; asked++)
        {
            var cases = await city.Twin.Client.GetFromJsonAsync<JsonElement>("/v1/cases?vessel=" + Boat);
            var found = cases.GetProperty("items").EnumerateArray()
                .Where(one => one.GetProperty("since").ValueKind is JsonValueKind.String
                    && one.GetProperty("since").GetDateTimeOffset() == heard)
                .Select(one => Text(one, "id")).FirstOrDefault();
            if (found is not null)
            {
                return found;
            }

            await pace.WaitForNextTickAsync();
        }

        throw new InvalidOperationException("No case was opened.");
    }

    private async Task<int> CountAsync(string query)
    {
        var list = await city.Twin.Client.GetFromJsonAsync<JsonElement>($"/v1/vessels?limit=1&{query}".TrimEnd('&'));
        return list.GetProperty("numberMatched").GetInt32();
    }

    /// <summary>A number as Vietnamese writes it.</summary>
    private static string Written(int count) =>
        count.ToString("N0", CultureInfo.InvariantCulture).Replace(',', '.');

    private static string Text(JsonElement boat, string member) => boat.GetProperty(member).GetString() ?? string.Empty;
}
