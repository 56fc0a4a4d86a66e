using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Twin.Api.Tests.Vessels;

public sealed class PositionTests
{
    private const string Csv = "text/csv";
    private const string NdJson = "application/x-ndjson";
    private const string Ais = "text/plain";

    // gpsd's example of message 1: 440 348 000 off New Hampshire.
    private const string Sentence = "!AIVDM,1,1,,A,16SteH0P00Jt63hHaa6SagvJ087r,0*42";

    public static TheoryData<string, string, string, string> BadRows() => new()
    {
        { "no JSON", NdJson, "{\"vessel\":", "invalid_json" },
        { "two values", NdJson, "{\"vessel\":\"HP-1\"} {}", "invalid_json" },
        { "an array inside", NdJson, "{\"vessel\":[1]}", "invalid_json" },
        { "unknown member", NdJson, "{\"boat\":\"HP-1\"}", "unknown_member" },
        { "no position", NdJson, "{\"vessel\":\"HP-1\",\"time\":\"2026-11-22T11:00:00Z\"}", "missing_value" },
        { "no vessel's id", NdJson, Row("\"vessel\":\"Tàu 1\""), "invalid_vessel" },
        { "time without offset", NdJson, Row("\"vessel\":\"HP-1\"", "2026-11-22T11:00:00"), "invalid_time" },
        { "latitude 91", NdJson, Row("\"vessel\":\"HP-1\"", latitude: "91"), "invalid_number" },
        { "latitude NaN", NdJson, Row("\"vessel\":\"HP-1\"", latitude: "\"NaN\""), "invalid_number" },
        { "more cells", Csv, "vessel,time,lon,lat\nHP-1,2026-11-22T11:00:00Z,107,20,1", "malformed_row" },
        { "open quote", Csv, "vessel,time,lon,lat\n\"HP-1,2026-11-22T11:00:00Z,107,20", "malformed_row" },
        { "decimal comma", Csv, "vessel;time;lon;lat\nHP-1;2026-11-22T11:00:00Z;107,5;20", "invalid_number" },
        { "wrong checksum", Ais, Sentence[..^1] + "3", "wrong_checksum" },
        { "cut sentence", Ais, Sentence[..30], "malformed_sentence" },
    };

    [Theory]
    [MemberData(nameof(BadRows))]
    public async Task A_bad_line_is_refused_with_its_code(string name, string mediaType, string body, string code)
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await PostAsync(app, body, mediaType);
        var problem = await TwinApp.ReadProblemAsync(response, 422);

        var row = problem.GetProperty("rejected")[0];
        Assert.True(row.GetProperty("code").ValueEquals(code), $"{name}: {row}");
        Assert.False(string.IsNullOrEmpty(row.GetProperty("hint").GetString()));
        Assert.Equal(mediaType is Csv ? 2 : 1, row.GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task Good_lines_count_beside_bad_ones()
    {
        await using var app = await TwinApp.StartAsync();

        var answer = await SendAsync(
            app, Row("\"vessel\":\"hp-1\"") + "\n\nnope\n" + Row("\"mmsi\":\"574000001\""), NdJson);

        Assert.Equal(2, answer.GetProperty("accepted").GetInt32());
        Assert.Equal(3, answer.GetProperty("rejected")[0].GetProperty("line").GetInt32());
        var boat = await app.GetAsync("/v1/vessels/HP-1");
        Assert.Equal(107.5, boat.GetProperty("lastPosition").GetProperty("longitude").GetDouble());
        Assert.Equal("inContact", boat.GetProperty("contact").GetString());
    }

    [Fact]
    public async Task A_table_may_be_in_Vietnamese()
    {
        await using var app = await TwinApp.StartAsync();

        var answer = await SendAsync(
            app, "Số đăng ký;Thời gian;Kinh độ;Vĩ độ;Tốc độ\nHP-1;2026-11-22T18:30:00+07:00;107.5;20.3;6.5\n", Csv);

        Assert.Equal(1, answer.GetProperty("accepted").GetInt32());
        var position = (await app.GetAsync("/v1/vessels/HP-1")).GetProperty("lastPosition");
        Assert.Equal("2026-11-22T11:30:00.000Z", position.GetProperty("phenomenonTime").GetString());
        Assert.Equal(6.5, position.GetProperty("speedOverGroundKnots").GetDouble());
    }

    [Fact]
    public async Task Sentences_of_two_receivers_count_once()
    {
        await using var app = await TwinApp.StartAsync();
        const string Block = @"\s:rVT1,c:1795348800*70\";
        const string Other = @"\s:rHP2,c:1795348801*68\";

        var answer = await SendAsync(
            app, $"# from a file\n{Block}{Sentence}\n{Other}{Sentence}\n$GPZDA,1*00\n", Ais, "?feed=ais");

        Assert.Equal(1, answer.GetProperty("accepted").GetInt32());
        Assert.Equal(1, answer.GetProperty("keptApart").GetProperty("otherReceiver").GetInt32());
        Assert.Equal(2, answer.GetProperty("ignored").GetInt32());
        var ship = await app.GetAsync("/v1/vessels/440348000");
        Assert.Equal(-70.7582, ship.GetProperty("lastPosition").GetProperty("longitude").GetDouble());
        var feed = (await app.GetAsync("/v1/feeds")).GetProperty("items")[0];
        Assert.Equal(("ais", 1), (feed.GetProperty("id").GetString(), feed.GetProperty("accepted").GetInt32()));
    }

    [Fact]
    public async Task A_body_may_be_compressed_and_a_damaged_one_counts_in_no_part()
    {
        await using var app = await TwinApp.StartAsync();
        var body = new MemoryStream();
        await using (var gzip = new GZipStream(body, CompressionLevel.Fastest, leaveOpen: true))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes(Row("\"vessel\":\"HP-1\"") + "\n"));
        }

        using var cut = await PostAsync(app, body.ToArray()[..^6], NdJson, encoding: "gzip");
        await TwinApp.ReadProblemAsync(cut, 400);
        await app.GetProblemAsync("/v1/vessels/HP-1", 404);
        using var whole = await PostAsync(app, body.ToArray(), NdJson, encoding: "gzip");

        Assert.True(whole.IsSuccessStatusCode);
        await app.GetAsync("/v1/vessels/HP-1");
    }

    [Theory]
    [InlineData("application/json", "", 415, "unsupported_media_type")]
    [InlineData("text/csv; charset=windows-1258", "", 415, "unsupported_media_type")]
    [InlineData(NdJson, "?feed=a_b", 400, "invalid_parameter")]
    [InlineData(NdJson, "?foo=1", 400, "unknown_parameter")]
    public async Task A_request_that_cannot_be_read_is_a_problem(
        string mediaType, string query, int status, string code)
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await PostAsync(app, Row("\"vessel\":\"HP-1\""), mediaType, query);

        Assert.Equal(code, (await TwinApp.ReadProblemAsync(response, status)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("", "empty_body")]
    [InlineData("vessel,when\nHP-1,now", "invalid_csv")]
    [InlineData("vessel,vessel\nHP-1,HP-1", "invalid_csv")]
    public async Task A_table_without_lines_or_with_a_strange_header_is_a_problem(string body, string code)
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await PostAsync(app, body, Csv);

        Assert.Equal(code, (await TwinApp.ReadProblemAsync(response, 400)).GetProperty("code").GetString());
    }

    private static string Row(string vessel, string time = "2026-11-22T11:30:00Z", string latitude = "20.3") =>
        $$"""{{{vessel}},"phenomenonTime":"{{time}}","longitude":107.5,"latitude":{{latitude}}}""";

    private static async Task<JsonElement> SendAsync(TwinApp app, string body, string mediaType, string query = "")
    {
        using var response = await PostAsync(app, body, mediaType, query);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonElement.Parse(text);
    }

    private static Task<HttpResponseMessage> PostAsync(
        TwinApp app, string body, string mediaType, string query = "") =>
        PostAsync(app, Encoding.UTF8.GetBytes(body), mediaType, query);

    private static async Task<HttpResponseMessage> PostAsync(
        TwinApp app, byte[] body, string mediaType, string query = "", string? encoding = null)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        if (encoding is not null)
        {
            content.Headers.ContentEncoding.Add(encoding);
        }

        return await app.Client.PostAsync("/v1/positions" + query, content);
    }
}
