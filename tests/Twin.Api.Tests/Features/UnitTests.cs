using System.Globalization;
using System.Text.Json;

namespace Twin.Api.Tests.Features;

public sealed class UnitTests
{
    [Fact]
    public async Task Units_are_those_of_today_unless_a_date_is_given()
    {
        await using var app = await TwinApp.StartAsync();

        var today = await app.GetAsync("/v1/units");
        var before = await app.GetAsync("/v1/units?date=2025-06-30");

        Assert.True(Codes(today) is ["10001", "20001", "20002", "31"]);
        Assert.Equal(4, today.GetProperty("numberMatched").GetInt32());
        Assert.Equal(9, before.GetProperty("numberMatched").GetInt32());
    }

    [Theory]
    [InlineData("2025-06-30T16:59:59Z", 9)]
    [InlineData("2025-06-30T17:00:00Z", 4)] // Midnight in Vietnam.
    public async Task Today_is_the_day_in_Vietnam(string now, int expected)
    {
        await using var app = await TwinApp.StartAsync(
            now: DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));

        var units = await app.GetAsync("/v1/units");

        Assert.Equal(expected, units.GetProperty("numberMatched").GetInt32());
    }

    [Theory]
    [InlineData("/v1/units?date=2025-06-30&level=district", new[] { "301", "302" })]
    [InlineData("/v1/units?date=2025-06-30&level=Commune&upper=301", new[] { "10001", "10002", "10003" })]
    [InlineData("/v1/units?date=2025-06-30&upper=31", new[] { "301", "302" })]
    [InlineData("/v1/units?date=2025-07-01&level=district", new string[0])]
    [InlineData("/v1/units?date=2019-12-31", new string[0])]
    [InlineData("/v1/units/301/children?date=2025-06-30", new[] { "10001", "10002", "10003" })]
    [InlineData("/v1/units/31/children", new[] { "10001", "20001", "20002" })]
    [InlineData("/v1/units/10001/children", new string[0])]
    public async Task Units_can_be_narrowed_down(string path, string[] expected)
    {
        await using var app = await TwinApp.StartAsync();

        var list = await app.GetAsync(path);

        Assert.Equal(expected, Codes(list));
    }

    [Theory]
    [InlineData("10001", new[] { "10001" })]
    [InlineData("3", new[] { "31", "10003", "301", "302" }, "2025-06-30")]
    [InlineData("don vi 30", new[] { "301", "302" }, "2025-06-30")]
    [InlineData("Đơn vị 301", new[] { "301" }, "2025-06-30")]
    [InlineData("ĐƠN VỊ 301", new[] { "301" }, "2025-06-30")]
    [InlineData("Đơn vi 301", new string[0], "2025-06-30")]
    [InlineData("unit 31", new[] { "31" })]
    [InlineData("nowhere", new string[0])]
    [InlineData("%%%", new string[0])]
    public async Task Units_are_found_by_code_and_by_name_with_or_without_marks(
        string text, string[] expected, string date = "2026-01-01")
    {
        await using var app = await TwinApp.StartAsync();

        var list = await app.GetAsync($"/v1/units?date={date}&q={Uri.EscapeDataString(text)}");

        Assert.Equal(expected.Order(StringComparer.Ordinal), Codes(list).Order(StringComparer.Ordinal));
        Assert.Equal(expected.FirstOrDefault(), Codes(list).FirstOrDefault());
    }

    [Fact]
    public async Task A_code_that_does_not_stand_on_the_date_is_told_when_it_does()
    {
        await using var app = await TwinApp.StartAsync();

        var problem = await app.GetProblemAsync("/v1/units/301", 404);
        var twice = await app.GetProblemAsync("/v1/units/10001?date=2019-01-01", 404);

        Assert.Equal("not_found", problem.GetProperty("code").GetString());
        Assert.Contains("2026-11-22", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains(
            "from 2020-01-01 to 2025-06-30", problem.GetProperty("hint").GetString(), StringComparison.Ordinal);
        Assert.Contains("since 2025-07-01", twice.GetProperty("hint").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_has_all_its_members_null_or_not()
    {
        await using var app = await TwinApp.StartAsync();

        var unit = await app.GetAsync("/v1/units/31");

        Assert.Equal("city", unit.GetProperty("level").GetString());
        Assert.Equal("Đơn vị 31", unit.GetProperty("nameVi").GetString());
        Assert.Equal("2020-01-01", unit.GetProperty("validFrom").GetString());
        Assert.All(
            ["upperUnit", "validTo", "areaSquareKilometers", "population", "longitude", "latitude"],
            (string name) => Assert.Equal(JsonValueKind.Null, unit.GetProperty(name).ValueKind));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(1000)]
    public async Task The_next_links_lead_through_the_whole_list_once(int limit)
    {
        await using var app = await TwinApp.StartAsync();
        var whole = Codes(await app.GetAsync("/v1/units?date=2025-06-30"));
        var path = FormattableString.Invariant($"/v1/units?date=2025-06-30&limit={limit}");
        var seen = new List<string?>();

        for (string? next = path; next is not null;)
        {
            var page = await app.GetAsync(next);
            Assert.Equal(9, page.GetProperty("numberMatched").GetInt32());
            Assert.InRange(Codes(page).Length, 1, limit);
            seen.AddRange(Codes(page));
            next = Link(page, "next");
        }

        Assert.True(whole.SequenceEqual(seen, StringComparer.Ordinal), string.Join(' ', seen));
    }

    [Fact]
    public async Task A_cursor_beyond_the_end_gives_an_empty_page()
    {
        await using var app = await TwinApp.StartAsync();

        var page = await app.GetAsync("/v1/units?cursor=YWZ0ZXI6OTk5"); // after:999

        Assert.Empty(Codes(page));
        Assert.Null(Link(page, "next"));
        Assert.Equal("/v1/units?cursor=YWZ0ZXI6OTk5", Link(page, "self"));
    }

    internal static string?[] Codes(JsonElement list) =>
        [.. list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("code").GetString())];

    internal static string? Link(JsonElement list, string rel) => list.GetProperty("links").EnumerateArray()
        .Where(link => link.GetProperty("rel").ValueEquals(rel))
        .Select(link => link.GetProperty("href").GetString()).SingleOrDefault();
}
