using System.Text;
using System.Text.Json;
using Twin.Geo.Tables;
using Twin.Geo.Text;

namespace Twin.Api.Tests.Plans;

/// <summary>A plan out of one table of targets, as an office keeps it.</summary>
public sealed class PlanSheetTests
{
    private const string Office = """
        KẾ HOẠCH NĂM 2027;;;;;
        Mã;Chỉ tiêu;Giá trị;Cấp;Hạn hoàn thành;Chủ trì
        KH-01;fiber;95,5%;Thành phố, xã;31/12/2027;Sở Thông tin và Truyền thông
        KH-02;Số trạm y tế;1.360;xã;6/2027;Sở Y tế
        ;CLINICS;12;xã;2027;

        """;

    private const string Register =
        "id,document,doc_number,doc_date,place,place_level,section,kind,tier,scope,year_due,due_date,indicator_vi,"
        + "indicator_en,comparator,value,value_max,unit,numerator,denominator,aggregation,weight,direction,cadence,"
        + "owner_agency,owner_basis,quote,notes\n"
        + "A-1,a.txt,141/KH,2015-12-28,Cần Thơ,city,II,target,\"city,district,commune\",all,2016,2016-12-31,FIBER,"
        + "Fibre,>=,70,,%,a,b,ratio_of_sums,b,up,,Sở,by_role,câu,\n"
        + "A-2,a.txt,141/KH,2015-12-28,Cần Thơ,city,III,cadence,\"province,district\",,2016,,Chu kỳ báo cáo,"
        + "Reporting,==,1;3;12,,months,,,completeness,,up,P1M;P3M;P1Y,Sở,explicit,câu,\n"
        + "A-3,a.txt,141/KH,2015-12-28,Cần Thơ,city,IV,observed,province,,2016,,FIBER,Fibre,forecast,20,,%,a,b,"
        + "ratio_of_sums,b,up,several times per day,Sở,explicit,câu,ghi chú\n"
        + "B-1,b.txt,,,Hải Phòng,city,I,target,commune,,2022,2022-12-31,CLINICS,Clinics,>,30,,,,,sum,,up,,,inferred,"
        + ",\n";

    [Fact]
    public async Task A_table_of_an_office_is_looked_at_tried_loaded_and_shows_what_became_of_each_row()
    {
        await using var app = await TwinApp.StartAsync();
        var table = Encoding.UTF8.GetBytes(Office);

        var seen = await ReadAsync(await PostAsync(app, table, "/v1/plans/inspection"), 200);
        Assert.Equal(2, seen.GetProperty("headerLine").GetInt32());
        Assert.Equal(3, seen.GetProperty("rows").GetInt32());
        Assert.Equal(
            ["id", "name_vi", "value", "tiers", "due_date", "owner_agency"],
            seen.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("field").GetString()),
            StringComparer.Ordinal);

        var tried = await ReadAsync(await PostAsync(app, table, fields: [.. Document, ("dryRun", "true")]), 200);
        Assert.Equal(
            ["KH-01 >= 95.5 % city;commune 2027-12-31 FIBER indicatorName added",
             "KH-02 >= 1360  commune 2027-06-30 - - refused",
             "KH27-03 >= 12  commune 2027-12-31 CLINICS indicatorName added"],
            tried.GetProperty("rows").EnumerateArray().Select(Shown),
            StringComparer.Ordinal);
        var rejected = Assert.Single(tried.GetProperty("rejected").EnumerateArray());
        Assert.Equal((4, "missing_value"), (rejected.GetProperty("line").GetInt32(), Code(rejected)));
        Assert.Contains("/v1/indicators", rejected.GetProperty("hint").GetString(), StringComparison.Ordinal);

        var loaded = await ReadAsync(
            await PostAsync(app, table, fields: [.. Document, ("indicators", """{"KH-02":"CLINICS"}""")]), 200);
        Assert.Empty(loaded.GetProperty("rejected").EnumerateArray());
        var target = await app.GetAsync("/v1/targets/KH-02");
        Assert.Equal(1360, target.GetProperty("value").GetDouble());
        Assert.Equal("CLINICS", target.GetProperty("indicator").GetString());
        var plan = (await app.GetAsync("/v1/plans")).GetProperty("items").EnumerateArray().Last();
        Assert.Equal("2027-01-05", plan.GetProperty("documentDate").GetString());
        Assert.Equal("31", plan.GetProperty("unit").GetString());
    }

    [Fact]
    public async Task A_plan_takes_the_place_of_an_earlier_one_and_says_what_it_changes()
    {
        await using var app = await TwinApp.StartAsync();
        var table = Encoding.UTF8.GetBytes(Office.Replace("Số trạm y tế", "CLINICS", StringComparison.Ordinal));
        await ReadAsync(await PostAsync(app, table, fields: Document), 200);

        var twice = await ReadAsync(await PostAsync(app, table, fields: Document), 422);
        Assert.Contains(
            "duplicate_key", twice.GetProperty("rejected").EnumerateArray().Select(Code), StringComparer.Ordinal);

        var other = Encoding.UTF8.GetBytes(Office
            .Replace("Số trạm y tế", "CLINICS", StringComparison.Ordinal)
            .Replace("1.360", "1.400", StringComparison.Ordinal)
            .Replace(";CLINICS;12;xã;2027;\n", string.Empty, StringComparison.Ordinal));
        var replaced = await ReadAsync(
            await PostAsync(app, other, fields: [.. Document, ("replace", "true")]), 200);

        Assert.Equal(
            ["same", "changed"],
            replaced.GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("change").GetString()),
            StringComparer.Ordinal);
        Assert.Contains(
            "KH27-03",
            replaced.GetProperty("report").GetProperty("targetsRemoved").EnumerateArray().Select(id => id.GetString()),
            StringComparer.Ordinal);
        Assert.Equal(1400, (await app.GetAsync("/v1/targets/KH-02")).GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task Of_a_register_of_several_documents_one_is_loaded_in_the_words_of_a_dataset()
    {
        await using var app = await TwinApp.StartAsync();
        var table = Encoding.UTF8.GetBytes(Register);

        var seen = await ReadAsync(await PostAsync(app, table, "/v1/plans/inspection"), 200);
        Assert.Equal(
            ["a.txt 141/KH 3", "b.txt  1"],
            seen.GetProperty("documents").EnumerateArray().Select(one =>
                $"{one.GetProperty("document")} {one.GetProperty("number")} {one.GetProperty("rows")}"),
            StringComparer.Ordinal);
        var undecided = await ReadAsync(await PostAsync(app, table, fields: Document), 400);
        Assert.Contains("b.txt", undecided.GetProperty("hint").GetString(), StringComparison.Ordinal);

        var loaded = await ReadAsync(await PostAsync(app, table, fields: [.. Document, ("document", "141/KH")]), 200);

        Assert.Equal(1, loaded.GetProperty("otherRows").GetInt32());
        Assert.Equal(
            ["A-1 >= 70 % city;district;commune 2016-12-31 FIBER indicatorName added",
             "A-2 =  months city;district 2016-12-31 - - added",
             "A-3 ~ 20 % city 2016-12-31 FIBER indicatorName added"],
            loaded.GetProperty("rows").EnumerateArray().Select(Shown),
            StringComparer.Ordinal);
        Assert.Equal(
            "ghi chú; several times per day", (await app.GetAsync("/v1/targets/A-3")).GetProperty("note").GetString());
    }

    [Fact]
    public async Task A_workbook_and_a_table_in_an_old_font_are_read_alike()
    {
        await using var app = await TwinApp.StartAsync();
        using var workbook = new MemoryStream();
        using (var writer = new WorkbookWriter(workbook))
        {
            writer.BeginSheet("Mục tiêu", [("Mã", 10), ("Chỉ tiêu", 30), ("Giá trị", 10), ("Cấp", 10)]);
            writer.WriteRow("KH-01", "FIBER", 95.5, "xã");
        }

        var fromWorkbook = await ReadAsync(
            await PostAsync(app, workbook.ToArray(), fields: [.. Document, ("dryRun", "true")]), 200);
        var fromFont = await ReadAsync(
            await PostAsync(
                app, VietnameseEncodings.Tcvn3.GetBytes(Office), fields: [.. Document, ("dryRun", "true")]),
            200);

        Assert.Equal("KH-01 >= 95.5  commune - FIBER indicatorName added", Shown(fromWorkbook.GetProperty("rows")[0]));
        Assert.Equal("Số trạm y tế", fromFont.GetProperty("rows")[1].GetProperty("nameVi").GetString());
    }

    public static TheoryData<string, string, string> BadFields => new()
    {
        { "planId", "a b", "invalid_parameter" },
        { "planId", "", "invalid_parameter" },
        { "titleVi", "", "invalid_parameter" },
        { "date", "hôm qua", "invalid_parameter" },
        { "unit", "99999", "invalid_parameter" },
        { "replace", "có", "invalid_parameter" },
        { "indicators", "[1]", "invalid_parameter" },
        { "encoding", "viqr", "invalid_parameter" },
        { "document", "z.txt", "invalid_parameter" },
    };

    [Theory]
    [MemberData(nameof(BadFields))]
    public async Task A_field_that_cannot_be_read_is_refused(string name, string value, string code)
    {
        await using var app = await TwinApp.StartAsync();
        (string Name, string Value)[] fields =
            [.. Document.Where(field => !string.Equals(field.Name, name, StringComparison.Ordinal)), (name, value)];

        var problem = await ReadAsync(await PostAsync(app, Encoding.UTF8.GetBytes(Office), fields: fields), 400);

        Assert.Equal(code, Code(problem));
    }

    [Theory]
    [InlineData("unit,period\n31,2024\n", "invalid_table")]
    [InlineData("", "empty_body")]
    public async Task A_file_without_targets_is_refused(string table, string code)
    {
        await using var app = await TwinApp.StartAsync();

        var problem = await ReadAsync(
            await PostAsync(app, Encoding.UTF8.GetBytes(table), "/v1/plans/inspection"), 400);

        Assert.Equal(code, Code(problem));
    }

    private static (string Name, string Value)[] Document =>
    [
        ("planId", "KH27"), ("titleVi", "Kế hoạch 2027"), ("number", "12/KH-UBND"), ("date", "5/1/2027"),
        ("unit", "31"), ("by", "Lan"), ("reason", "Kế hoạch mới"),
    ];

    private static string Code(JsonElement problem) => problem.GetProperty("code").GetString() ?? string.Empty;

    private static string Shown(JsonElement row)
    {
        string Text(string name) => row.GetProperty(name).GetString() ?? "-";
        return $"{Text("id")} {Text("goal")} {Text("tiers")} {Text("dueDate")} {Text("indicator")} {Text("match")} "
            + Text("change");
    }

    private static async Task<HttpResponseMessage> PostAsync(
        TwinApp app, byte[] table, string path = "/v1/plans", params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent
        {
            { new ByteArrayContent(table), "targets", "kế hoạch.csv" },
        };
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        return await app.Client.PostAsync(path, form);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, int status)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync();
            Assert.True((int)response.StatusCode == status, text);
            return JsonElement.Parse(text);
        }
    }
}
