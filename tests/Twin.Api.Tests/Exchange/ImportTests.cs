using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Twin.Geo.Tables;
using Twin.Geo.Text;

namespace Twin.Api.Tests.Exchange;

public sealed class ImportTests
{
    private const string Wide = """
        BÁO CÁO THÁNG 6 NĂM 2024;;;;
        STT;Tên đơn vị;Hộ có cáp;Số hộ;Trạm
        1;Đơn vị 10001;1.360;2.000;2
        2;Đơn vị 10002;58,6%;2.000;3
        3;Đơn vị 99999;1;2;1
        Tổng;;1;1;1
        """;

    private const string Mapping = """
        {
          "unitName": { "column": "Tên đơn vị" },
          "period": { "value": "Tháng 6/2024" },
          "values": [
            { "indicator": "FIBER", "value": "Hộ có cáp", "denominator": "Số hộ" },
            { "indicator": "CLINICS", "value": "Trạm" }
          ],
          "ignoreRows": [{ "column": "STT", "is": ["tổng"] }]
        }
        """;

    [Fact]
    public async Task A_wide_table_makes_an_observation_of_each_value()
    {
        await using var app = await TwinApp.StartAsync();

        var answer = await ImportAsync(app, Wide, Mapping);

        Assert.Equal(3, answer.GetProperty("accepted").GetInt32());
        Assert.Equal(3, answer.GetProperty("lines").GetInt32() - 1);
        var stored = await app.ReadAllAsync();
        Assert.Contains(stored, row => row.Key == ("10001", "FIBER", "2024-06") && row.Observation.Value == 1360);
        Assert.Contains(stored, row => row.Key == ("10002", "CLINICS", "2024-06") && row.Observation.Value == 3);
        Assert.Equal(
            [(4, "invalid_number"), (5, "unknown_unit"), (5, "unknown_unit")], Rejected(answer));
        Assert.Contains(
            "'Hộ có cáp'",
            answer.GetProperty("rejected")[0].GetProperty("detail").GetString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_says_the_same_and_takes_nothing_in()
    {
        await using var app = await TwinApp.StartAsync();

        var dry = await ImportAsync(app, Wide, Mapping, "?dryRun=true");

        Assert.True(dry.GetProperty("isDryRun").GetBoolean());
        Assert.Empty(await app.ReadAllAsync());
        var real = await ImportAsync(app, Wide, Mapping);
        Assert.Equal(real.GetProperty("accepted").GetInt32(), dry.GetProperty("accepted").GetInt32());
        Assert.Equal(Rejected(real), Rejected(dry));
    }

    [Fact]
    public async Task Reasons_come_in_Vietnamese_where_that_is_asked_for()
    {
        await using var app = await TwinApp.StartAsync();

        var answer = await ImportAsync(app, Wide, Mapping, "?dryRun=true&lang=vi");

        Assert.Equal(
            "Ô số không phải là số.", answer.GetProperty("rejected")[0].GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_dry_run_refuses_what_the_unit_would()
    {
        await using var app = await TwinApp.StartAsync();
        const string Table = "unit,indicator,period,value,denominator\n10001,FIBER,2024-06,101,100\n";

        var dry = await ImportAsync(app, Table, null, "?dryRun=true");

        Assert.Equal([(2, "numerator_above_denominator")], Rejected(dry));
        Assert.Equal(0, dry.GetProperty("accepted").GetInt32());
    }

    [Fact]
    public async Task A_table_whose_columns_say_it_all_needs_no_mapping()
    {
        await using var app = await TwinApp.StartAsync();
        const string Table = "Ghi chú đầu trang\nMã đơn vị;Chỉ tiêu;Kỳ;Tử số;Mẫu số\n10001;FIBER;Tháng 6/2024;60;100\n";

        var answer = await ImportAsync(app, Table, null);

        Assert.Equal(1, answer.GetProperty("accepted").GetInt32());
        Assert.Equal(2, answer.GetProperty("headerLine").GetInt32());
        Assert.Equal(("10001", "FIBER", "2024-06"), Assert.Single(await app.ReadAllAsync()).Key);
    }

    [Fact]
    public async Task A_workbook_is_read_from_the_sheet_that_the_mapping_names()
    {
        await using var app = await TwinApp.StartAsync();
        using var file = new MemoryStream();
        using (var workbook = new WorkbookWriter(file))
        {
            workbook.BeginSheet("Bìa", [("Báo cáo", 20)]);
            workbook.BeginSheet("Số liệu", [("Mã đơn vị", 10), ("Trạm", 10)]);
            workbook.WriteRow("10001", 4);
            workbook.WriteRow(10002, 5.5);
        }

        var answer = await ImportAsync(
            app,
            file.ToArray(),
            """
            {
              "sheet": "Số liệu",
              "unit": { "column": "Mã đơn vị" },
              "period": { "value": "2024-06" },
              "values": [{ "indicator": "CLINICS", "value": "Trạm" }]
            }
            """);

        Assert.Equal(1, answer.GetProperty("accepted").GetInt32());
        Assert.Equal([(3, "not_a_count")], Rejected(answer));
    }

    [Fact]
    public async Task The_same_file_with_the_same_key_counts_once()
    {
        await using var app = await TwinApp.StartAsync();

        var first = await ImportAsync(app, Wide, Mapping, key: "june");
        var second = await ImportAsync(app, Wide, Mapping, key: "june");

        Assert.False(first.GetProperty("isRepeat").GetBoolean());
        Assert.True(second.GetProperty("isRepeat").GetBoolean());
        Assert.Equal(3, (await app.ReadAllAsync()).Count);
        using var other = await SendAsync(app, "/v1/imports", Encoding.UTF8.GetBytes(Wide + "\n"), Mapping, "june");
        await TwinApp.ReadProblemAsync(other, StatusOf(HttpStatusCode.Conflict));
    }

    [Fact]
    public async Task The_refused_lines_come_as_they_were_with_their_reasons()
    {
        await using var app = await TwinApp.StartAsync();

        using var answer = await SendAsync(
            app, "/v1/imports/rejected-rows?format=csv&lang=vi", Encoding.UTF8.GetBytes(Wide), Mapping);

        var lines = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').TrimEnd().Split("\r\n");
        Assert.Equal("Dòng;Mã lỗi;Lý do;Cách sửa;STT;Tên đơn vị;Hộ có cáp;Số hộ;Trạm", lines[0]);
        Assert.StartsWith("4;invalid_number;Ô số không phải là số.;", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(";2;Đơn vị 10002;58,6%;2.000;3", lines[1], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);
        Assert.Empty(await app.ReadAllAsync());
    }

    [Fact]
    public async Task The_refused_lines_can_be_mended_and_sent_again()
    {
        await using var app = await TwinApp.StartAsync();
        using var answer = await SendAsync(
            app, "/v1/imports/rejected-rows?lang=en", Encoding.UTF8.GetBytes(Wide), Mapping);
        var mended = await answer.Content.ReadAsByteArrayAsync();

        var again = await ImportAsync(app, mended, Mapping, "?dryRun=true");

        // The clinics of line 4 were good and are not in the file of refused ones twice.
        Assert.Equal(2, Rejected(again)[0].Line);
        Assert.Equal(1, again.GetProperty("headerLine").GetInt32());
    }

    [Fact]
    public async Task An_inspection_shows_columns_and_what_is_missing()
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await SendAsync(app, "/v1/imports/inspection", Encoding.UTF8.GetBytes(Wide), null);

        var seen = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        Assert.Equal(2, seen.GetProperty("headerLine").GetInt32());
        Assert.Equal("Tên đơn vị", seen.GetProperty("columns")[1].GetString());
        var unitName = seen.GetProperty("mapping").GetProperty("unitName");
        Assert.Equal("Tên đơn vị", unitName.GetProperty("column").GetString());
        Assert.Equal("Đơn vị 10001", seen.GetProperty("sample")[0][1].GetString());
        Assert.False(seen.GetProperty("isComplete").GetBoolean());
        Assert.Contains("values", seen.GetProperty("missing").GetString(), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, string?, string> BadImports => new()
    {
        { "an empty file", "", Mapping, "empty_body" },
        { "a column that is not there", "a;b\n1;2\n", Mapping, "invalid_mapping" },
        { "a mapping that is no JSON", Wide, "{", "invalid_mapping" },
        { "a member that is not known", Wide, """{"untis":{"column":"a"}}""", "invalid_mapping" },
        { "a field with column and value", Wide, """{"unit":{"column":"a","value":"b"}}""", "invalid_mapping" },
        { "no unit", Wide, """{"values":[{"indicator":"FIBER","value":"Trạm"}]}""", "invalid_mapping" },
        { "a workbook cut short", "PK\u0003\u0004xxxxxxxx", Mapping, "invalid_table" },
        { "numbers alone", "1;2;3\n4;5;6\n", null, "invalid_table" },
        { "a header before the first line", Wide, """{"headerLine":0}""", "invalid_mapping" },
    };

    [Theory]
    [MemberData(nameof(BadImports))]
    public async Task What_cannot_be_imported_is_refused_with_a_hint(
        string name, string table, string? mapping, string code)
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await SendAsync(app, "/v1/imports", Encoding.UTF8.GetBytes(table), mapping);

        var problem = await TwinApp.ReadProblemAsync(response, StatusOf(HttpStatusCode.BadRequest));
        Assert.Equal((name, code), (name, problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF_8_are_refused_unless_their_charset_is_named()
    {
        await using var app = await TwinApp.StartAsync();
        var ascii = Encoding.ASCII.GetBytes("unit,indicator,period,value,source\n10001,CLINICS,2024-06,1,");
        byte[] table = [.. ascii, 0xE9];

        using var refused = await SendAsync(app, "/v1/imports", table, null);
        await TwinApp.ReadProblemAsync(refused, StatusOf(HttpStatusCode.BadRequest));

        using var taken = await SendAsync(app, "/v1/imports", table, null, charset: "windows-1252");
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.Equal("é", Assert.Single(await app.ReadAllAsync()).Observation.Source);
    }

    private const string Names = "Tên đơn vị;Kỳ;CLINICS;source\nĐơn vị 10001;6/2024;1;Sở Y tế, phòng Nghiệp vụ\n";

    public static TheoryData<string, byte[], string> Encodings => new()
    {
        { "tcvn3", VietnameseEncodings.Tcvn3.GetBytes(Names), string.Empty },
        { "vni", VietnameseEncodings.Vni.GetBytes(Names), string.Empty },
        { "viscii", VietnameseEncodings.Viscii.GetBytes(Names), string.Empty },
        { "tcvn3", VietnameseEncodings.Tcvn3.GetBytes(Names), "?encoding=abc" },
        { "utf-8", Encoding.UTF8.GetBytes(Names), string.Empty },
        { "tcvn3", Encoding.UTF8.GetBytes(Misread(Names)), string.Empty },
        { "tcvn3", Encoding.UTF8.GetBytes(Misread(Names)), "?encoding=tcvn3" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task A_table_of_old_fonts_is_read_in_Unicode(string encoding, byte[] table, string query)
    {
        await using var app = await TwinApp.StartAsync();

        var answer = await ImportAsync(app, table, null, query);

        Assert.Equal(encoding, answer.GetProperty("encoding").GetString());
        Assert.Equal(1, answer.GetProperty("accepted").GetInt32());
        Assert.Equal("Sở Y tế, phòng Nghiệp vụ", Assert.Single(await app.ReadAllAsync()).Observation.Source);
    }

    [Fact]
    public async Task An_encoding_in_doubt_is_refused_and_so_is_a_name_that_is_none()
    {
        await using var app = await TwinApp.StartAsync();
        byte[] table = [.. "unit,indicator,period,value,source\n10001,CLINICS,2024-06,1,ngu"u8, 0xED];

        using var refused = await SendAsync(app, "/v1/imports", table, null);
        using var unknown = await SendAsync(app, "/v1/imports?encoding=viqr", table, null);

        var problem = await TwinApp.ReadProblemAsync(refused, StatusOf(HttpStatusCode.BadRequest));
        Assert.Equal("invalid_encoding", problem.GetProperty("code").GetString());
        Assert.Contains("encoding=", problem.GetProperty("hint").GetString(), StringComparison.Ordinal);
        await TwinApp.ReadProblemAsync(unknown, StatusOf(HttpStatusCode.BadRequest));
        Assert.Empty(await app.ReadAllAsync());
    }

    /// <summary>What a program that knows Western European alone makes of a text in .VnTime.</summary>
    private static string Misread(string text) => Encoding.Latin1.GetString(VietnameseEncodings.Tcvn3.GetBytes(text));

    [Fact]
    public async Task A_body_that_is_no_form_is_refused()
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await app.Client.PostAsync("/v1/imports", new StringContent("a"));

        await TwinApp.ReadProblemAsync(response, StatusOf(HttpStatusCode.UnsupportedMediaType));
    }

    [Fact]
    public async Task A_file_larger_than_the_limit_is_refused()
    {
        await using var app = await TwinApp.StartAsync(options => options.MaxImportBytes = 2_048);

        using var response = await SendAsync(app, "/v1/imports", new byte[10_000], null);

        await TwinApp.ReadProblemAsync(response, StatusOf(HttpStatusCode.RequestEntityTooLarge));
    }

    [Fact]
    public async Task More_observations_than_the_limit_are_refused_one_by_one()
    {
        await using var app = await TwinApp.StartAsync(options => options.MaxImportObservations = 1);
        const string Table =
            "unit,indicator,period,value\n10001,CLINICS,2024-06,1\n10002,CLINICS,2024-06,1\n";

        var answer = await ImportAsync(app, Table, null);

        Assert.Equal(1, answer.GetProperty("accepted").GetInt32());
        Assert.Equal([(3, "too_many")], Rejected(answer));
    }

    private static int StatusOf(HttpStatusCode status) => (int)status;

    private static (int Line, string? Code)[] Rejected(JsonElement answer) =>
    [
        .. answer.GetProperty("rejected").EnumerateArray()
            .Select(row => (row.GetProperty("line").GetInt32(), row.GetProperty("code").GetString())),
    ];

    private static Task<JsonElement> ImportAsync(
        TwinApp app, string table, string? mapping, string query = "", string? key = null) =>
        ImportAsync(app, Encoding.UTF8.GetBytes(table), mapping, query, key);

    private static async Task<JsonElement> ImportAsync(
        TwinApp app, byte[] table, string? mapping, string query = "", string? key = null)
    {
        using var response = await SendAsync(app, $"/v1/imports{query}", table, mapping, key);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonElement.Parse(text);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        TwinApp app, string path, byte[] table, string? mapping, string? key = null, string? charset = null)
    {
        using var form = new MultipartFormDataContent();
        var file = new ByteArrayContent(table);
        if (charset is not null)
        {
            file.Headers.ContentType = MediaTypeHeaderValue.Parse($"text/csv; charset={charset}");
        }

        form.Add(file, "file", "báo cáo.csv");
        if (mapping is not null)
        {
            form.Add(new StringContent(mapping), "mapping");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        return await app.Client.SendAsync(request);
    }
}
