using System.Text.Json;

namespace Twin.Api.Tests.Observations;

public sealed class JsonReportTests
{
    private const string Json = "application/json";
    private const string NdJson = "application/x-ndjson";

    private const string Row = """
        {"unit":"10001","indicator":"FIBER","period":"2024-06","value":60,"denominator":100}
        """;

    public static TheoryData<string, string, string> Forms => new()
    {
        { "a list", Json, $"[{Row}]" },
        { "an envelope", Json, $$"""{"observations":[{{Row}}],"reporter":"Nguyễn Văn A"}""" },
        { "one row", Json, Row },
        { "byte order mark", Json, $"\uFEFF[{Row}]" },
        { "numerator", Json, Row.Replace("value", "numerator", StringComparison.Ordinal) },
        { "texts with decimal commas", Json, """
            [{"unit":"10001","indicator":"FIBER","period":"2024-06","value":"60,0","denominator":"100,00"}]
            """ },
        { "escapes", Json, """
            [{"unit":"1000\u0031","indicator":"\u0046IBER","period":"2024\u002d06","value":60,"denominator":1e2}]
            """ },
        { "nulls", Json, """
            [{"unit":"10001","indicator":"FIBER","period":"2024-06","value":60,"denominator":100,"status":null,
              "resultTime":null,"source":null}]
            """ },
        { "lines", NdJson, $"{Row}\n" },
        { "lines without an end", NdJson, Row },
        { "lines with CRLF and blanks", NdJson, $"\r\n  {Row}  \r\n\r\n" },
        { "another name of lines", "application/jsonl", Row },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_document_is_read_in_the_form_it_comes_in(string name, string mediaType, string body)
    {
        await using var app = await TwinApp.StartAsync();

        var receipt = await app.ReportAsync(body, mediaType);

        Assert.True(receipt.GetProperty("accepted").GetInt32() == 1, name);
        var stored = Assert.Single(await app.ReadAllAsync());
        Assert.Equal(("10001", "FIBER", "2024-06"), stored.Key);
        Assert.Equal((60, 100), (stored.Observation.Value, stored.Observation.Denominator));
        Assert.Equal("api", stored.Observation.Source);
        Assert.Equal(app.Clock.GetUtcNow(), stored.Observation.ResultTime);
    }

    public static TheoryData<string, string> BadRows => new()
    {
        { """ "denominater":100 """, "unknown_member" },
        { """ "value":60,"numerator":60 """, "duplicate_member" },
        { """ "value":60,"unit":"10003" """, "duplicate_member" },
        { """ "value":{"a":1} """, "malformed_row" },
        { """ "value":[60] """, "malformed_row" },
        { """ "value":"NaN","denominator":1 """, "invalid_number" },
        { """ "value":1e400,"denominator":1 """, "invalid_number" },
        { """ "value":true,"denominator":1 """, "invalid_number" },
        { """ "value":1,"denominator":"58,6%" """, "invalid_number" },
        { """ "denominator":1 """, "missing_value" },
        { """ "value":1,"denominator":1,"status":"Q" """, "invalid_status" },
        { """ "value":1,"denominator":1,"resultTime":"soon" """, "invalid_result_time" },
        { """ "value":1,"denominator":1,"resultTime":"2027-01-01" """, "result_time_in_future" },
        { """ "value":1,"denominator":1,"source":"a\u0000b" """, "invalid_source" },
    };

    [Theory]
    [MemberData(nameof(BadRows))]
    public async Task A_bad_row_is_listed_and_the_good_one_beside_it_kept(string members, string code)
    {
        await using var app = await TwinApp.StartAsync();
        var bad = $$"""{"unit":"10002","indicator":"FIBER","period":"2024-06",{{members}}}""";

        var list = await app.ReportAsync($"[{bad},{Row}]", Json);
        var lines = await app.ReportAsync($"{bad}\n{Row}\n", NdJson);

        foreach (var receipt in new[] { list, lines })
        {
            Assert.Equal(1, receipt.GetProperty("accepted").GetInt32());
            Assert.Equal([$"1 {code}"], CsvReportTests.Rejected(receipt));
        }
    }

    [Theory]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    public async Task An_item_that_is_no_object_is_a_bad_row(string item)
    {
        await using var app = await TwinApp.StartAsync();

        var receipt = await app.ReportAsync($"[{item},{Row}]", Json);

        Assert.Equal(["1 malformed_row"], CsvReportTests.Rejected(receipt));
    }

    [Theory]
    [InlineData("{\"unit\":\"10001\"")]
    [InlineData("{\"unit\":}")]
    [InlineData("{} {}")]
    [InlineData("[]")]
    [InlineData("x")]
    public async Task A_line_that_is_not_one_object_spoils_itself_alone(string line)
    {
        await using var app = await TwinApp.StartAsync();

        var receipt = await app.ReportAsync($"{Row}\n{line}\n", NdJson);

        Assert.Equal(["2 invalid_json"], CsvReportTests.Rejected(receipt));
    }

    [Theory]
    [InlineData("[{\"unit\":\"10001\",", "invalid_json")]
    [InlineData("[\n{\"unit\":\"10001\",\n  oops}]", "invalid_json")]
    [InlineData("7", "invalid_json")]
    [InlineData("{\"rows\":[]}", "invalid_json")]
    [InlineData("{\"observations\":{}}", "invalid_json")]
    [InlineData("{\"observations\":[],\"observations\":[]}", "invalid_json")]
    [InlineData("{\"observations\":[],\"reporter\":7}", "invalid_json")]
    [InlineData("", "invalid_json")]
    [InlineData("[]", "empty_body")]
    [InlineData("{\"observations\":[]}", "empty_body")]
    public async Task A_document_that_cannot_be_read_is_refused_whole(string body, string code)
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await app.PostAsync(body, Json);
        var problem = await TwinApp.ReadProblemAsync(response, 400);

        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Empty(await app.ReadAllAsync());
    }

    [Fact]
    public async Task Bad_json_is_pointed_at()
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await app.PostAsync($"[\n{Row},\n  oops\n]", Json);
        var problem = await TwinApp.ReadProblemAsync(response, 400);

        Assert.Contains("line 3, byte 3", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Half_a_document_counts_for_nothing()
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await app.PostAsync($"[{Row},", Json);

        await TwinApp.ReadProblemAsync(response, 400);
        Assert.Empty(await app.ReadAllAsync());
    }

    [Fact]
    public async Task The_reporter_is_the_documents_or_the_headers_or_nobody()
    {
        await using var app = await TwinApp.StartAsync();
        app.Client.DefaultRequestHeaders.Add("X-Reporter", "header");

        await app.ReportAsync($$"""{"reporter":"Nguyễn Văn A","observations":[{{Row}}]}""", Json);
        await app.ReportAsync(Row, Json);
        app.Client.DefaultRequestHeaders.Remove("X-Reporter");
        await app.ReportAsync(Row, Json);

        var history = await app.GetAsync("/v1/observations?unit=10001");
        var reporters = history.GetProperty("items").EnumerateArray()
            .Select(item => item.GetProperty("reporter").GetString()).ToArray();
        Assert.True(reporters is ["Nguyễn Văn A", "header", "anonymous@loopback"], string.Join(", ", reporters));
    }

    [Fact]
    public async Task When_nothing_is_accepted_the_problem_carries_the_rows()
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await app.PostAsync("""[{"unit":"nowhere"}]""", Json);
        var problem = await TwinApp.ReadProblemAsync(response, 422);

        Assert.Equal("nothing_accepted", problem.GetProperty("code").GetString());
        Assert.Equal(0, problem.GetProperty("accepted").GetInt32());
        Assert.Equal(["1 unknown_unit"], CsvReportTests.Rejected(problem));
        Assert.Equal(JsonValueKind.Number, problem.GetProperty("sequence").ValueKind);
    }
}
