using System.Globalization;
using System.Text.Json;
using Twin.TestKit;

namespace Twin.Api.Tests.Quality;

/// <summary>A clerk slips by a factor; somebody looks at it and decides.</summary>
public sealed class QuarantineTests
{
    private const string Header = "unit;indicator;period;value;denominator\n";
    private const string Decision = """{"by": "An Nguyễn", "comment": "đã gọi điện cho xã"}""";

    [Fact]
    public async Task The_receipt_names_the_line_the_rule_and_what_to_do()
    {
        await using var app = await StartAsync();

        var receipt = await app.ReportAsync(Header + "10001;BEST;2024-06;3;\n10001;REVENUE;2024-06;6.000,5;\n");

        Assert.Equal(1, receipt.GetProperty("accepted").GetInt32());
        Assert.Equal(1, receipt.GetProperty("heldTotal").GetInt32());
        Assert.Equal(0, receipt.GetProperty("rejectedTotal").GetInt32());
        var held = receipt.GetProperty("held")[0];
        Assert.Equal(3, held.GetProperty("line").GetInt32());
        Assert.Equal(TestQuality.Hold, held.GetProperty("rule").GetString());
        Assert.Equal("10001~3", held.GetProperty("id").GetString());
        Assert.Contains("6,000.5 after 100", held.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("/v1/quarantine", held.GetProperty("hint").GetString(), StringComparison.Ordinal);
        Assert.False(held.TryGetProperty("detailVi", out _));
    }

    [Fact]
    public async Task A_report_of_which_all_is_held_was_taken()
    {
        await using var app = await StartAsync();

        var receipt = await app.ReportAsync(Header + "10001;REVENUE;2024-06;6000;\n", key: "k");
        var again = await app.ReportAsync(Header + "10001;REVENUE;2024-06;6000;\n", key: "k");

        Assert.Equal(0, receipt.GetProperty("accepted").GetInt32());
        Assert.Equal(3, receipt.GetProperty("sequence").GetInt64() + 1);
        Assert.True(again.GetProperty("isRepeat").GetBoolean());
        Assert.Equal(1, again.GetProperty("heldTotal").GetInt32());
    }

    [Theory]
    [InlineData("release", "released", null, 6_000.0)]
    [InlineData("discard", "discarded", null, null)]
    [InlineData("correct", "corrected", 60.5, 60.5)]
    public async Task It_is_listed_decided_and_counts_or_not(string action, string state, double? value, double? figure)
    {
        await using var app = await StartAsync();
        var receipt = await app.ReportAsync(Header + "10001;REVENUE;2024-06;6000;\n");
        var before = app.Clock.GetUtcNow();
        Assert.Null(await FigureAsync(app, receipt));
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        var number = value is null ? "}" : $", \"value\": {JsonSerializer.Serialize(value)}}}";
        var body = Decision.Replace("}", number, StringComparison.Ordinal);
        using var response = await app.PostJsonAsync($"/v1/quarantine/10001~2/{action}", body);
        var decided = JsonElement.Parse(await response.Content.ReadAsStringAsync());

        Assert.True(response.IsSuccessStatusCode, decided.ToString());
        Assert.Equal(state, decided.GetProperty("state").GetString());
        var decision = decided.GetProperty("decision");
        Assert.Equal("An Nguyễn", decision.GetProperty("by").GetString());
        Assert.Equal("đã gọi điện cho xã", decision.GetProperty("comment").GetString());
        Assert.Equal(app.Clock.GetUtcNow(), decision.GetProperty("at").GetDateTimeOffset());
        Assert.Equal(figure, await FigureAsync(app, decision));
        var instant = before.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var asOf = await app.GetAsync($"/v1/units/31/rollup?indicator=REVENUE&period=2024-06&asOf={instant}");
        Assert.Equal(JsonValueKind.Null, asOf.GetProperty("value").ValueKind);
        var list = await app.GetAsync($"/v1/quarantine?unit=301&state={state}&rule={TestQuality.Hold}");
        var listed = Assert.Single(list.GetProperty("items").EnumerateArray());
        Assert.Equal("10001~2", listed.GetProperty("id").GetString());
        var one = await app.GetAsync("/v1/quarantine/10001~2");
        Assert.Equal(decided.ToString(), one.ToString());
    }

    [Fact]
    public async Task What_was_decided_stays()
    {
        await using var app = await StartAsync();
        await app.ReportAsync(Header + "10001;REVENUE;2024-06;6000;\n");
        using var first = await app.PostJsonAsync("/v1/quarantine/10001~2/discard", Decision);

        using var second = await app.PostJsonAsync("/v1/quarantine/10001~2/release", Decision);

        var problem = await TwinApp.ReadProblemAsync(second, 409);
        Assert.Contains(
            "discarded by An Nguyễn", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10001~2/release", """{"comment": "vì sao"}""", 400, "missing_parameter")]
    [InlineData("10001~2/release", """{"by": "An"}""", 400, "missing_parameter")]
    [InlineData("10001~2/release", """{"by": "An", "comment": "x", "value": 5}""", 400, "invalid_request")]
    [InlineData("10001~2/correct", """{"by": "An", "comment": "x"}""", 400, "missing_parameter")]
    [InlineData("10001~2/correct", """{"by": "An", "comment": "x", "value": -5}""", 422, "change_refused")]
    [InlineData("10001~2/correct", """{"by":"An","comment":"x","value":5,"denominator":5}""", 422, "change_refused")]
    [InlineData("10001~2/release", """{"by": "An", "comment": "x", "why": 5}""", 400, "invalid_json")]
    [InlineData("10001~1/release", Decision, 404, "not_found")]
    [InlineData("99999~2/release", Decision, 404, "not_found")]
    [InlineData("10001-2/release", Decision, 404, "not_found")]
    [InlineData("10001~2~3/release", Decision, 404, "not_found")]
    [InlineData("10001~2/forget", Decision, 404, "not_found")]
    public async Task A_bad_decision_is_refused_with_code_and_hint(string path, string body, int status, string code)
    {
        await using var app = await StartAsync();
        await app.ReportAsync(Header + "10001;REVENUE;2024-06;6000;\n");

        using var response = await app.PostJsonAsync($"/v1/quarantine/{path}", body);

        var problem = await TwinApp.ReadProblemAsync(response, status);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal("held", (await app.GetAsync("/v1/quarantine/10001~2")).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("state=waiting")]
    [InlineData("unit=nowhere")]
    [InlineData("states=held")]
    public async Task A_bad_question_is_refused(string query)
    {
        await using var app = await StartAsync();

        await app.GetProblemAsync($"/v1/quarantine?{query}", 400);
    }

    [Fact]
    public async Task The_history_says_what_is_held_what_decides_and_what_was_hard_to_read()
    {
        await using var app = await StartAsync();
        await app.ReportAsync(Header + "10001;REVENUE;2024-06;6 000;\n");
        using var response = await app.PostJsonAsync("/v1/quarantine/10001~2/release", Decision);

        var history = await app.GetAsync("/v1/observations?unit=10001&indicator=REVENUE&from=2024-06");

        var (held, release) = (history.GetProperty("items")[0], history.GetProperty("items")[1]);
        Assert.False(held.GetProperty("isCurrent").GetBoolean());
        Assert.Equal(TestQuality.Hold, held.GetProperty("notes").GetProperty("heldBy").GetString());
        Assert.Equal("spaces", held.GetProperty("notes").GetProperty("format")[0].GetString());
        Assert.True(release.GetProperty("isCurrent").GetBoolean());
        Assert.Equal("An Nguyễn", release.GetProperty("reporter").GetString());
        Assert.Equal("release", release.GetProperty("notes").GetProperty("decides").GetString());
        Assert.Equal("10001~2", release.GetProperty("notes").GetProperty("about").GetString());
    }

    /// <summary>The test city with a number of May, so that June has something to be held against.</summary>
    [Fact]
    public async Task The_file_of_rows_to_mend_has_the_held_ones_too_and_says_where_to_release_them()
    {
        await using var app = await StartAsync();
        using var form = new MultipartFormDataContent
        {
            {
                new StringContent(
                    Header + "10001;REVENUE;2024-06;6000;\n10001;REVENUE;2024-07;x;\n10001;BEST;2024-06;3;\n"),
                "file",
                "thu.csv"
            },
        };

        using var response = await app.Client.PostAsync("/v1/imports/rejected-rows?format=csv&lang=vi", form);

        var lines = (await response.Content.ReadAsStringAsync()).TrimStart('\uFEFF').TrimEnd().Split("\r\n");
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("2;held;", lines[1], StringComparison.Ordinal);
        Assert.Contains("mục Chất lượng của đơn vị 10001", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(";10001;REVENUE;2024-06;6000;", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("3;invalid_number;", lines[2], StringComparison.Ordinal);
    }

    private static async Task<TwinApp> StartAsync()
    {
        var app = await TwinApp.StartAsync(city: TestQuality.City());
        await app.ReportAsync(Header + "10001;REVENUE;2024-05;100;\n");
        return app;
    }

    private static async Task<double?> FigureAsync(TwinApp app, JsonElement receipt)
    {
        var figure = await app.GetFigureAsync("31", "REVENUE", "2024-06", receipt);
        var value = figure.GetProperty("value");
        return value.ValueKind == JsonValueKind.Null ? null : value.GetDouble();
    }
}
