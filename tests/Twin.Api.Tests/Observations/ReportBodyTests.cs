using System.IO.Compression;
using System.Net;
using System.Text;
using Twin.Geo.Text;

namespace Twin.Api.Tests.Observations;

public sealed class ReportBodyTests
{
    private const string Csv = "unit,indicator,period,value,denominator,source\n10001,FIBER,2024-06,60,100,Hồng Bàng\n";

    [Fact]
    public async Task A_gzip_body_is_inflated()
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await app.PostAsync(Gzip(Csv), encoding: "gzip");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Hồng Bàng", Assert.Single(await app.ReadAllAsync()).Observation.Source);
    }

    public static TheoryData<string, int> Cuts => new()
    {
        { "inside the header", 5 },
        { "inside the data", 60 },
        { "before the checksum", -8 },
        { "before the last byte", -1 },
    };

    [Theory]
    [MemberData(nameof(Cuts))]
    public async Task Nothing_of_a_truncated_gzip_body_is_taken(string name, int length)
    {
        await using var app = await TwinApp.StartAsync();
        var whole = Gzip(Csv);
        var cut = whole[..(length < 0 ? whole.Length + length : length)];

        using var response = await app.PostAsync(cut, encoding: "gzip");
        var problem = await TwinApp.ReadProblemAsync(response, 400);

        Assert.True("truncated_body".Equals(problem.GetProperty("code").GetString(), StringComparison.Ordinal), name);
        Assert.Empty(await app.ReadAllAsync());
    }

    [Fact]
    public async Task A_damaged_gzip_body_is_refused()
    {
        await using var app = await TwinApp.StartAsync();
        var body = Gzip(Csv);
        body[body.Length / 2] ^= 0xFF;

        using var response = await app.PostAsync(body, encoding: "gzip");

        await TwinApp.ReadProblemAsync(response, 400);
        Assert.Empty(await app.ReadAllAsync());
    }

    [Theory]
    [InlineData("text/csv; charset=utf-8", "utf-8", "Phường Quán Toan")]
    [InlineData("text/csv; charset=windows-1258", "windows-1258", "Phường Quán Toan")]
    [InlineData("text/csv; charset=\"windows-1252\"", "windows-1252", "Café")]
    [InlineData("text/csv; charset=utf-16", "utf-16", "Phường Quán Toan")]
    [InlineData("text/csv; charset=tcvn3", "tcvn3", "Phường Quán Toan")]
    [InlineData("text/csv; charset=VNI", "vni", "Phường Quán Toan")]
    [InlineData("text/csv; charset=viscii", "viscii", "Phường Quán Toan")]
    [InlineData("text/csv", "tcvn3", "Phường Quán Toan, quận Hồng Bàng")]
    [InlineData("text/csv", "vni", "Phường Quán Toan, quận Hồng Bàng")]
    public async Task A_named_charset_is_decoded_and_text_is_kept_in_one_form(
        string mediaType, string charset, string source)
    {
        await using var app = await TwinApp.StartAsync();
        var encoding = VietnameseEncodings.Find(charset)!; // Each of them is known.
        // Windows-1258 writes some tones as marks of their own, after the letter.
        var written = charset.EndsWith("1258", StringComparison.Ordinal) ? "Phươ\u0300ng Quán Toan" : source;
        var body = encoding.GetBytes(Csv.Replace("Hồng Bàng", $"\"{written}\"", StringComparison.Ordinal));

        using var response = await app.PostAsync(body, mediaType);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(source, Assert.Single(await app.ReadAllAsync()).Observation.Source);
    }

    [Fact]
    public async Task What_a_spreadsheet_calls_unicode_text_is_known_by_its_mark()
    {
        await using var app = await TwinApp.StartAsync();
        byte[] body = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Csv.Replace(',', '\t'))];

        using var response = await app.PostAsync(body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Hồng Bàng", Assert.Single(await app.ReadAllAsync()).Observation.Source);
    }

    [Fact]
    public async Task A_row_in_a_legacy_encoding_is_listed_and_the_others_kept()
    {
        await using var app = await TwinApp.StartAsync();
        byte[] bad = [.. "10002,FIBER,2024-06,60,100,Qu"u8, 0xB8, .. "n Toan\n"u8]; // TCVN3.
        byte[] body = [.. Encoding.UTF8.GetBytes(Csv), .. bad, .. "10003,FIBER,2024-06,60,100,x\n"u8];

        using var response = await app.PostAsync(body);
        var receipt = System.Text.Json.JsonElement.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal(2, receipt.GetProperty("accepted").GetInt32());
        Assert.Equal(["3 invalid_encoding"], CsvReportTests.Rejected(receipt));
    }

    [Theory]
    [InlineData("text/csv; charset=utf-8", "unit,indicator,period,value,ngu\u00ED\n", "invalid_encoding")]
    [InlineData("application/json", "[\"\u00ED\"]", "invalid_encoding")]
    public async Task A_header_or_document_in_a_legacy_encoding_is_refused(string mediaType, string text, string code)
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await app.PostAsync(Encoding.Latin1.GetBytes(text), mediaType);
        var problem = await TwinApp.ReadProblemAsync(response, 400);

        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Bytes_that_the_charset_does_not_have_are_refused()
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await app.PostAsync([0x00, 0xD8, 0x41, 0x00], "text/csv; charset=utf-16");
        var problem = await TwinApp.ReadProblemAsync(response, 400);

        Assert.Equal("invalid_encoding", problem.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", null)]
    [InlineData("text/plain", null)]
    [InlineData("text/csv; charset=viqr", null)]
    [InlineData("text/csv; charset=utf-7", null)]
    [InlineData("text/csv", "br")]
    [InlineData("text/csv", "compress")]
    public async Task Other_media_types_charsets_and_encodings_are_refused(string mediaType, string? encoding)
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await app.PostAsync(Encoding.UTF8.GetBytes(Csv), mediaType, encoding: encoding);
        var problem = await TwinApp.ReadProblemAsync(response, 415);

        Assert.Equal("unsupported_media_type", problem.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("plain", 2_000, 413)]
    [InlineData("inflated", 2_000, 413)]
    [InlineData("json", 2_000, 413)]
    [InlineData("plain", 200, 200)]
    [InlineData("inflated", 200, 200)]
    [InlineData("json", 200, 200)]
    public async Task A_body_larger_than_the_limit_is_refused_whole(string kind, int padding, int status)
    {
        await using var app = await TwinApp.StartAsync(options =>
        {
            options.MaxBodyBytes = kind is "plain" ? 1_024 : 1 << 20;
            options.MaxInflatedBytes = 1_024;
            options.MaxJsonBytes = 1_024;
        });
        const string Row = """{"unit":"10001","indicator":"FIBER","period":"2024-06","value":1,"denominator":2}""";
        var json = $"[{Row}{new string(' ', padding)}]";
        var csv = Csv + new string('\n', padding);

        using var response = kind switch
        {
            "json" => await app.PostAsync(json, "application/json"),
            "inflated" => await app.PostAsync(Gzip(csv), encoding: "gzip"),
            _ => await app.PostAsync(csv),
        };

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 200 ? 1 : 0, (await app.ReadAllAsync()).Count);
    }

    [Fact]
    public async Task Rows_beyond_the_limit_are_listed_and_those_before_kept()
    {
        await using var app = await TwinApp.StartAsync(options => options.MaxObservations = 2);

        var receipt = await app.ReportAsync(
            Csv + "10002,FIBER,2024-06,60,100,x\n10003,FIBER,2024-06,60,100,x\n");

        Assert.Equal(2, receipt.GetProperty("accepted").GetInt32());
        Assert.Equal(["4 too_many"], CsvReportTests.Rejected(receipt));
    }

    [Fact]
    public async Task All_rejected_rows_are_counted_and_the_first_listed()
    {
        await using var app = await TwinApp.StartAsync(options => options.MaxRejectedListed = 2);

        var receipt = await app.ReportAsync(Csv + "x,FIBER,2024-06,1,1,\ny,FIBER,2024-06,1,1,\nz,FIBER,2024-06,1,1,\n");

        Assert.Equal(3, receipt.GetProperty("rejectedTotal").GetInt32());
        Assert.Equal(["3 unknown_unit", "4 unknown_unit"], CsvReportTests.Rejected(receipt));
    }

    [Fact]
    public async Task More_reports_than_may_be_at_once_are_refused()
    {
        var entered = new TaskCompletionSource();
        var release = new TaskCompletionSource();
        await using var app = await TwinApp.StartAsync(options => options.MaxConcurrentReports = 1);
        app.Log.BeforeCommit = _ =>
        {
            entered.TrySetResult();
            return release.Task;
        };

        var first = app.ReportAsync(Csv);
        await entered.Task;
        using var second = await app.PostAsync(Csv);
        release.SetResult();
        await first;
        using var third = await app.PostAsync(Csv);

        var problem = await TwinApp.ReadProblemAsync(second, 429);
        Assert.Equal("too_many", problem.GetProperty("code").GetString());
        Assert.Equal(TimeSpan.FromSeconds(1), second.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Theory]
    [InlineData("text/csv", "unit,indicator,period,value\n10001,CLINICS,2024-06,1\n10002,CLINICS,2024-06,1\n")]
    [InlineData("application/json", """
        [{"unit":"10001","indicator":"CLINICS","period":"2024-06","value":1},
         {"unit":"10002","indicator":"CLINICS","period":"2024-06","value":1}]
        """)]
    public async Task More_rows_than_fit_in_memory_are_refused_whole_and_make_room_again(string mediaType, string body)
    {
        await using var app = await TwinApp.StartAsync(options => options.MaxObservationsInFlight = 1);

        using var response = await app.PostAsync(body, mediaType);
        var problem = await TwinApp.ReadProblemAsync(response, 429);
        var receipt = await app.ReportAsync(Csv);

        Assert.Equal("too_many", problem.GetProperty("code").GetString());
        Assert.Equal(1, receipt.GetProperty("accepted").GetInt32());
        Assert.Single(await app.ReadAllAsync());
    }

    private static byte[] Gzip(string text)
    {
        using var stream = new MemoryStream();
        using (var gzip = new GZipStream(stream, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }
}
