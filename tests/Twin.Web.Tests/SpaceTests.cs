using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Twin.Web.Tests.Browser;

namespace Twin.Web.Tests;

/// <summary>Drawing, measuring and asking about places on the map.</summary>
[Collection(SharedCity.Name)]
public sealed partial class SpaceTests(CityBrowser city)
{
    private const string Fiber = "?indicator=FIBER-HOUSEHOLDS&period=2024-12";

    // The same square as text for the page and as GeoJSON for the server.
    private const string Corners = "20.82, 106.62\n20.82, 106.72\n20.90, 106.72\n20.90, 106.62";

    private const string Square =
        """
        {
          "type": "Polygon",
          "coordinates": [[[106.62, 20.82], [106.72, 20.82], [106.72, 20.9], [106.62, 20.9], [106.62, 20.82]]]
        }
        """;

    [SkippableFact]
    public async Task An_area_drawn_across_districts_is_answered_with_figure_coverage_and_units()
    {
        await using var page = await city.OpenAsync(Fiber);
        var (x, y) = await page.PointOfAsync("303");

        await page.Page.Locator("[data-tool=polygon]").ClickAsync();
        await Assertions.Expect(page.Page.Locator(".drawing-bar")).ToBeVisibleAsync();
        await page.Page.Mouse.ClickAsync(x - 30, y - 20);
        await page.Page.Mouse.ClickAsync(x + 90, y - 50);
        await page.Page.Mouse.ClickAsync(x + 80, y + 60);
        await page.Page.Mouse.ClickAsync(x - 20, y + 70);
        await page.Page.Keyboard.PressAsync("Enter");

        await page.AddressHoldsAsync("draw=p");
        await Assertions.Expect(page.Page.Locator(".space-panel h2")).ToHaveTextAsync("Vùng đã vẽ");
        var figure = page.Page.Locator("[data-indicator=FIBER-HOUSEHOLDS]");
        await Assertions.Expect(figure.Locator(".value")).ToHaveTextAsync(Percentage());
        await Assertions.Expect(figure.Locator(".coverage")).ToContainTextAsync("đơn vị đã báo cáo");
        await Assertions.Expect(figure.Locator(".rebasing")).ToContainTextAsync("diện tích");
        await Assertions.Expect(page.Page.Locator("[data-unit-in-area='11407']")).ToHaveCountAsync(1);
        Assert.True(page.Errors.IsEmpty, string.Join('\n', page.Errors));
    }

    [SkippableFact]
    public async Task A_typed_area_shows_what_the_server_says_of_it()
    {
        await using var page = await city.OpenAsync(Fiber);
        using var response = await city.Twin.Client.PostAsync(
            new Uri("/v1/space/summary", UriKind.Relative),
            JsonContent.Create(JsonElement.Parse(
                $$"""{"geometry":{{Square}},"indicators":["FIBER-HOUSEHOLDS"],"period":"2024-12"}""")));
        var expected = await response.Content.ReadFromJsonAsync<JsonElement>();

        await TypeAsync(page, Corners);

        var figure = expected.GetProperty("figures")[0].GetProperty("value").GetDouble();
        await Assertions.Expect(page.Page.Locator("[data-indicator=FIBER-HOUSEHOLDS] .value"))
            .ToHaveTextAsync(Vietnamese(figure, 1) + "\u00a0%");
        await Assertions.Expect(page.Page.Locator("[data-unit-in-area]"))
            .ToHaveCountAsync(expected.GetProperty("units").GetArrayLength());
        // The page measures by itself, the server on its own.
        await Assertions.Expect(page.Page.Locator(".space-panel .panel-head .hint")).ToContainTextAsync(
            Vietnamese(expected.GetProperty("areaSquareKilometers").GetDouble(), 2) + "\u00a0km²");
    }

    [SkippableFact]
    public async Task The_address_of_an_area_shows_someone_else_the_same()
    {
        await using var first = await city.OpenAsync(Fiber);
        await TypeAsync(first, Corners);
        await first.AddressHoldsAsync("draw=p");
        var rows = first.Page.Locator("[data-unit-in-area]");
        await Assertions.Expect(rows.First).ToBeVisibleAsync();

        await using var second = await city.OpenAsync(await QueryAsync(first));

        await Assertions.Expect(second.Page.Locator(".area-units tbody")).ToHaveTextAsync(
            await first.Page.Locator(".area-units tbody").InnerTextAsync(), new() { UseInnerText = true });
    }

    [SkippableFact]
    public async Task The_keyboard_draws_at_the_cross_and_moves_corners()
    {
        await using var page = await city.OpenAsync(Fiber + "&at=106.68,20.86,13.00");
        await page.Page.Locator("[data-tool=line]").FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");
        await page.WaitAsync("document.activeElement.matches('.maplibregl-canvas')");

        await page.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Page.Locator(".drawing-bar .hint")).ToContainTextAsync("để kết thúc");
        var before = await page.PointOfAsync("303");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await page.WaitAsync(
            FormattableString.Invariant($"Math.abs(twin.pointOf('303').x - {before.X}) > 50"));
        await page.Page.Keyboard.PressAsync("Space");
        await page.Page.Keyboard.PressAsync("Enter");
        await page.AddressHoldsAsync("draw=l");

        var drawn = await QueryAsync(page);
        await page.Page.Locator(".handle:not(.handle-middle)").First.FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowUp");
        await page.WaitAsync($"!location.search.includes('{DrawOf(drawn)}')");
        await page.Page.Locator(".shape-tools button").First.ClickAsync();
        await page.AddressHoldsAsync(DrawOf(drawn));
    }

    [SkippableFact]
    public async Task Escape_throws_a_drawing_away_and_then_removes_the_shape()
    {
        await using var page = await city.OpenAsync(Fiber + "&draw=cgxTgsnvrGgmm5nB");
        await Assertions.Expect(page.Page.Locator(".space-panel h2")).ToHaveTextAsync("Vòng tròn đã vẽ");
        await page.Page.Locator("[data-tool=measure]").ClickAsync();
        await Assertions.Expect(page.Page.Locator(".drawing-bar")).ToBeVisibleAsync();

        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Page.Locator(".drawing-bar")).ToHaveCountAsync(0);
        await page.AddressHoldsAsync("draw=c");

        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Page.Locator(".space-panel")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Page.Locator(".unit-panel")).ToBeVisibleAsync();
        await page.Page.GoBackAsync();
        await Assertions.Expect(page.Page.Locator(".space-panel h2")).ToHaveTextAsync("Vòng tròn đã vẽ");
    }

    public static TheoryData<string, string> Places => new()
    {
        { "decimal degrees", "20.8599108, 106.5920967" },
        { "degrees, minutes and seconds", "20°51′35,68″B 106°35′31,55″Đ" },
        { "meters of the city's own map", "2307674.41 587432.1" },
    };

    [SkippableTheory]
    [MemberData(nameof(Places))]
    public async Task Search_finds_a_place_by_coordinates(string name, string text)
    {
        await using var page = await city.OpenAsync(Fiber);

        await page.Page.Locator("#search").FillAsync(text);
        await Assertions.Expect(page.Page.Locator("#search-list .choice").First).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("Enter");

        await page.AddressHoldsAsync("pin=106.592");
        await Assertions.Expect(page.Page.Locator(".place-units")).ToContainTextAsync("Huyện An Dương");
        var written = page.Page.Locator(".written");
        await Assertions.Expect(written).ToHaveCountAsync(3);
        await Assertions.Expect(written.Nth(0)).ToContainTextAsync("20.8599");
        await Assertions.Expect(written.Nth(2)).ToContainTextAsync("E 58743");
        Assert.True(page.Errors.IsEmpty, $"{name}: {string.Join('\n', page.Errors)}");
    }

    [SkippableFact]
    public async Task An_area_in_meters_of_a_map_lies_where_it_does_in_degrees()
    {
        await using var page = await city.OpenAsync(Fiber);
        await page.Page.Locator("[data-tool=type]").ClickAsync();
        var entry = page.Page.Locator(".shape-entry");
        await entry.Locator("select").SelectOptionAsync("http://www.opengis.net/def/crs/EPSG/0/3405");

        await entry.Locator("textarea").FillAsync(
            "POLYGON ((674000 2307000, 676000 2307000, 676000 2309000, 674000 2307000))");
        await entry.Locator("button[type=submit]").ClickAsync();

        await page.AddressHoldsAsync("draw=p");
        // Half of 2 km by 2 km: 175 km from its meridian the map's scale is 1 to four digits.
        await Assertions.Expect(page.Page.Locator(".space-panel .panel-head .hint"))
            .ToContainTextAsync("2,00\u00a0km²");
        await Assertions.Expect(page.Page.Locator("[data-unit-in-area]").First).ToBeVisibleAsync();
    }

    public static TheoryData<string, string, string> BadShapes => new()
    {
        { "a word among positions", "20.8, 106.6\nở đây", "Dòng 2" },
        { "half a polygon", "POLYGON ((106 20", "ký tự thứ" },
        { "no geometry", """{"type":"Topology"}""", "Không thấy vùng" },
        { "two corners", "20.8, 106.6\n20.9, 106.7", "ít nhất 3" },
    };

    [SkippableTheory]
    [MemberData(nameof(BadShapes))]
    public async Task A_shape_that_cannot_be_read_says_why_and_keeps_what_was_typed(
        string name, string text, string reason)
    {
        await using var page = await city.OpenAsync(Fiber);
        await TypeAsync(page, text);

        await Assertions.Expect(page.Page.Locator(".shape-entry [role=alert]")).ToContainTextAsync(reason);

        await Assertions.Expect(page.Page.Locator(".shape-entry textarea")).ToHaveValueAsync(text);
        Assert.True(page.Errors.IsEmpty, $"{name}: {string.Join('\n', page.Errors)}");
    }

    [SkippableFact]
    public async Task An_area_that_crosses_itself_is_refused_by_the_server_in_words()
    {
        await using var page = await city.OpenAsync(Fiber);

        await TypeAsync(page, "20.8, 106.6\n20.9, 106.7\n20.8, 106.7\n20.9, 106.6");

        await Assertions.Expect(page.Page.Locator(".area-answer .problem")).ToContainTextAsync("not valid");
    }

    [SkippableFact]
    public async Task A_measured_way_has_its_legs_and_no_answer_is_asked_for()
    {
        await using var page = await city.OpenAsync(Fiber);
        await page.Page.Locator("[data-tool=type]").ClickAsync();
        await page.Page.Locator(".shape-entry .segments button").Nth(3).ClickAsync();
        await page.Page.Locator(".shape-entry textarea").FillAsync("20.8, 106\n20.8, 107\n21.8, 107");
        await page.Page.Locator(".shape-entry button[type=submit]").ClickAsync();

        await Assertions.Expect(page.Page.Locator(".legs tbody tr")).ToHaveCountAsync(2);
        // GeodSolve of GeographicLib: 104,108.1 m.
        await Assertions.Expect(page.Page.Locator(".legs tbody tr").First).ToContainTextAsync("104\u00a0km");
        await Assertions.Expect(page.Page.Locator(".area-answer")).ToHaveCountAsync(0);
    }

    [SkippableTheory]
    [InlineData("CSV", "area-FIBER-HOUSEHOLDS-2024-12.csv", "Phường ")]
    [InlineData("GeoJSON", "area-FIBER-HOUSEHOLDS-2024-12.geojson", "\"FeatureCollection\"")]
    public async Task An_answer_can_be_taken_along(string button, string file, string content)
    {
        await using var page = await city.OpenAsync(Fiber + "&draw=cgxTgsnvrGgmm5nB");
        await Assertions.Expect(page.Page.Locator("[data-unit-in-area]").First).ToBeVisibleAsync();

        var download = await page.Page.RunAndWaitForDownloadAsync(
            () => page.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync());

        Assert.Equal(file, download.SuggestedFilename);
        using var reader = new StreamReader(await download.CreateReadStreamAsync());
        var text = await reader.ReadToEndAsync();
        Assert.Contains(content, text, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Layers_are_put_over_the_map_with_their_strength_by_the_address()
    {
        await using var page = await city.OpenAsync(Fiber);
        await page.Page.Locator("[data-tool=layers]").ClickAsync();
        var units = page.Page.Locator("[data-layer=units]");
        await Assertions.Expect(units.Locator("small")).ToHaveTextAsync("233");

        var tile = page.Page.WaitForResponseAsync(
            response => response.Url.Contains("units/tiles/WebMercatorQuad/", StringComparison.Ordinal));
        await units.Locator("input[type=checkbox]").CheckAsync();
        await page.AddressHoldsAsync("layers=units");
        Assert.True((await tile).Ok, (await tile).Url);
        await units.Locator("input[type=range]").FillAsync("40");
        await page.AddressHoldsAsync("layers=units.40");

        await units.Locator("input[type=checkbox]").UncheckAsync();
        await page.WaitAsync("!location.search.includes('layers=')");
        Assert.True(page.Errors.IsEmpty, string.Join('\n', page.Errors));
    }

    [SkippableFact]
    public async Task A_feature_of_a_collection_has_a_card_that_escape_closes()
    {
        await using var page = await city.OpenAsync(Fiber + "&picked=units.303");

        await Assertions.Expect(page.Page.Locator(".feature-panel h2")).ToHaveTextAsync("Quận Hồng Bàng");
        await Assertions.Expect(page.Page.Locator(".properties")).ToContainTextAsync("14,63");

        await page.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Page.Locator(".feature-panel")).ToHaveCountAsync(0);
    }

    [SkippableFact]
    public async Task Boats_in_an_area_are_counted_now_and_as_they_were()
    {
        await using var page = await city.OpenAsync(Fiber + "&draw=cg_kJgi18rGg2tvnB"); // 30 km around the bay.
        var card = page.Page.Locator(".fleet-in-area");

        await Assertions.Expect(card.Locator(".figure .value")).ToHaveTextAsync(Count());
        await Assertions.Expect(card.Locator("output")).ToHaveTextAsync("bây giờ");
        await Assertions.Expect(card.Locator(".boats-in-area summary")).ToBeVisibleAsync();

        await card.Locator("input[type=range]").FocusAsync();
        await page.Page.Keyboard.PressAsync("ArrowLeft");
        await page.AddressHoldsAsync("when=20");
        await Assertions.Expect(card.Locator("output")).Not.ToHaveTextAsync("bây giờ");
        await Assertions.Expect(page.Page.Locator(".area-answer .problem")).ToHaveCountAsync(0);
        Assert.True(page.Errors.IsEmpty, string.Join('\n', page.Errors));
    }

    private static async Task TypeAsync(OpenPage page, string text)
    {
        await page.Page.Locator("[data-tool=type]").ClickAsync();
        await page.Page.Locator(".shape-entry textarea").FillAsync(text);
        await page.Page.Locator(".shape-entry button[type=submit]").ClickAsync();
    }

    [GeneratedRegex(@"^\d+,\d.%$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Percentage();

    [GeneratedRegex(@"^[1-9][\d.]*$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Count();

    // What the driver knows of the address comes later than the page's own change of it.
    private static Task<string> QueryAsync(OpenPage page) => page.Page.EvaluateAsync<string>("location.search");

    private static string DrawOf(string query) =>
        query.Split('&').First(part => part.StartsWith("draw=", StringComparison.Ordinal));

    private static string Vietnamese(double value, int decimals) =>
        value.ToString("N" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.GetCultureInfo("vi-VN"));
}
