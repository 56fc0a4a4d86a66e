using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Orleans;
using Twin.Api.Exchange.Tables;
using Twin.Grains.Vessels;
using Twin.TestKit;

namespace Twin.Api.Tests.Vessels;

public sealed class RegisterTests
{
    private static readonly string[] CountNames = ["lines", "added", "changed", "unchanged", "rejectedTotal"];

    private const string Boat =
        """
        {"by":"Lan","registrationNumber":"HP-1","mmsi":"574000001","lengthMeters":18.5,"homeUnit":"20001",
         "gear":"trawl","registration":{"from":"2024-01-01"},"licence":{"from":"2024-01-01","until":"2027-01-01"}}
        """;

    public static TheoryData<string, string, string> Wrong() => new()
    {
        { "nobody", """{"registrationNumber":"HP-1"}""", "missing_parameter" },
        { "an unknown member", """{"by":"Lan","boat":1}""", "invalid_json" },
        { "no length", """{"by":"Lan","lengthMeters":0}""", "invalid_parameter" },
        { "too long", """{"by":"Lan","lengthMeters":501}""", "invalid_parameter" },
        { "no MMSI", """{"by":"Lan","mmsi":"12"}""", "invalid_parameter" },
        { "no unit", """{"by":"Lan","homeUnit":"99999"}""", "invalid_parameter" },
        { "a paper that ends before it begins",
            """{"by":"Lan","licence":{"from":"2026-01-02","until":"2026-01-01"}}""", "invalid_parameter" },
        { "a paper without a first day", """{"by":"Lan","licence":{"until":"2026-01-01"}}""", "invalid_parameter" },
        { "a beacon without a feed", """{"by":"Lan","beacon":{"from":"2026-01-01"}}""", "invalid_parameter" },
        { "a beacon of no feed", """{"by":"Lan","beacon":{"feed":"a b","from":"2026-01-01"}}""", "invalid_parameter" },
        { "no IMO number", """{"by":"Lan","imoNumber":12}""", "invalid_parameter" },
    };

    [Fact]
    public async Task A_vessel_is_entered_and_entered_anew_and_its_entries_stay()
    {
        await using var app = await TwinApp.StartAsync();

        using var created = await PutAsync(app, "HP-1", Boat);
        app.Clock.Advance(TimeSpan.FromDays(1));
        using var replaced = await PutAsync(
            app,
            "hp-1",
            """{"by":"Minh","reason":"đo lại","registrationNumber":"HP-1","lengthMeters":14.9}""",
            created.Headers.ETag!.Tag); // Each answer with a vessel has one.

        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal(HttpStatusCode.OK, replaced.StatusCode);
        var boat = await app.GetAsync("/v1/vessels/HP-1");
        Assert.Equal("from12To15", boat.GetProperty("sizeClass").GetString());
        Assert.Equal("missing", boat.GetProperty("registration").GetProperty("state").GetString());
        var entries = (await app.GetAsync("/v1/vessels/HP-1/entries")).GetProperty("items");
        Assert.Equal(
            ["Minh đo lại 14.9", "Lan  18.5"],
            entries.EnumerateArray().Select(entry => FormattableString.Invariant(
                $"{entry.GetProperty("by")} {entry.GetProperty("reason")} {entry.GetProperty("lengthMeters")}")),
            StringComparer.Ordinal);
        Assert.Equal(
            "2027-01-01", entries[1].GetProperty("licence").GetProperty("until").GetString());
        // The MMSI was left out, so it stands for nothing any more.
        await app.GetProblemAsync("/v1/vessels/574000001", 404);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_cannot_be_is_refused_with_its_code(string name, string body, string code)
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await PutAsync(app, "HP-1", body);

        var problem = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        Assert.False(response.IsSuccessStatusCode, name);
        Assert.True(problem.GetProperty("code").ValueEquals(code), $"{name}: {problem}");
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("hint").GetString()));
        await app.GetProblemAsync("/v1/vessels/HP-1", 404);
    }

    [Fact]
    public async Task What_was_heard_of_a_radio_becomes_that_of_its_vessel_and_counts_once()
    {
        await using var app = await TwinApp.StartAsync();
        await ReportAsync(app, "574000001", "2026-11-22T10:00:00Z");
        var before = app.Clock.GetUtcNow();
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        using var entered = await PutAsync(app, "HP-1", Boat);
        await ReportAsync(app, "574000001", "2026-11-22T12:00:00Z");

        foreach (var name in new[] { "HP-1", "574000001" })
        {
            var boat = await app.GetAsync("/v1/vessels/" + name);
            Assert.Equal("HP-1", boat.GetProperty("id").GetString());
            Assert.Equal(
                "2026-11-22T12:00:00.000Z", boat.GetProperty("lastPosition").GetProperty("phenomenonTime").GetString());
        }

        Assert.Equal(1, (await app.GetAsync("/v1/vessels/summary")).GetProperty("vessels").GetInt32());
        Assert.Equal(1, (await app.GetAsync("/v1/vessels/summary?unit=20001")).GetProperty("vessels").GetInt32());
        Assert.Equal(2, (await app.GetAsync("/v1/vessels/HP-1/track")).GetProperty("reported").GetInt32());
        var then = await app.GetAsync(FormattableString.Invariant(
            $"/v1/vessels/summary?by=sizeClass&withoutUnit=true&asOf={before:yyyy-MM-ddTHH:mm:ssZ}"));
        var group = Assert.Single(then.GetProperty("groups").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, group.GetProperty("sizeClass").ValueKind);
        var now = await app.GetAsync(
            FormattableString.Invariant(
                $"/v1/vessels/summary?by=contact&asOf={app.Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}"));
        Assert.Equal(1, now.GetProperty("vessels").GetInt32());
        Assert.Equal("inContact", now.GetProperty("groups")[0].GetProperty("contact").GetString());
    }

    [Fact]
    public async Task Before_its_first_message_a_vessel_entered_late_keeps_what_was_heard_of_it()
    {
        await using var app = await TwinApp.StartAsync();
        await ReportAsync(app, "574000001", "2026-11-22T11:00:00Z");

        using var entered = await PutAsync(app, "HP-1", Boat);

        var boat = await app.GetAsync("/v1/vessels/HP-1");
        Assert.Equal("inContact", boat.GetProperty("contact").GetString());
        var now = await app.GetAsync(
            FormattableString.Invariant(
                $"/v1/vessels/summary?by=contact&asOf={app.Clock.GetUtcNow():yyyy-MM-ddTHH:mm:ssZ}"));
        Assert.Equal("inContact", now.GetProperty("groups")[0].GetProperty("contact").GetString());
    }

    [Fact]
    public async Task A_radio_that_is_another_vessel_s_is_a_conflict()
    {
        await using var app = await TwinApp.StartAsync();
        using var one = await PutAsync(app, "HP-1", Boat);

        using var two = await PutAsync(app, "HP-2", Boat.Replace("\"HP-1\"", "\"HP-2\"", StringComparison.Ordinal));

        var problem = await TwinApp.ReadProblemAsync(two, 409);
        Assert.Contains("HP-1", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        await app.GetProblemAsync("/v1/vessels/HP-2", 404);
    }

    [Fact]
    public async Task Who_has_not_seen_the_last_entry_cannot_enter_the_vessel_anew()
    {
        await using var app = await TwinApp.StartAsync();
        const string Longer = """{"by":"Minh","registrationNumber":"HP-1","lengthMeters":19}""";
        using var tooEarly = await PutAsync(app, "HP-1", Boat, "\"0\"");
        using var entered = await PutAsync(app, "HP-1", Boat);
        using var card = await app.Client.GetAsync("/v1/vessels/HP-1");
        var tag = card.Headers.ETag!.Tag; // Each answer with a vessel has one.
        await ReportAsync(app, "HP-1", "2026-11-22T11:00:00Z");

        using var unseen = await PutAsync(app, "HP-1", Longer);
        using var changed = await PutAsync(app, "574000001", Longer, $"\"0\", {tag}");
        using var late = await PutAsync(app, "HP-1", Boat, tag);
        using var anyhow = await PutAsync(app, "HP-1", Boat, "*");

        Assert.Equal("precondition_failed", await CodeAsync(tooEarly, 412));
        Assert.Equal(tag, entered.Headers.ETag?.Tag);
        Assert.Equal("precondition_required", await CodeAsync(unseen, 428));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(tag, changed.Headers.ETag?.Tag, StringComparer.Ordinal);
        Assert.Equal("precondition_failed", await CodeAsync(late, 412));
        Assert.Equal(HttpStatusCode.OK, anyhow.StatusCode);
        Assert.Equal(tag, anyhow.Headers.ETag?.Tag);
        Assert.Equal(3, (await app.GetAsync("/v1/vessels/HP-1/entries")).GetProperty("numberMatched").GetInt32());

        static async Task<string?> CodeAsync(HttpResponseMessage response, int status) =>
            (await TwinApp.ReadProblemAsync(response, status)).GetProperty("code").GetString();
    }

    [Fact]
    public async Task Of_two_who_saw_the_same_entry_the_second_is_refused_by_the_shard()
    {
        await using var app = await TwinApp.StartAsync();
        var grains = app.Service<IGrainFactory>();
        var seen = FleetCity.Boat("HP-1");
        await grains.RegisterAsync([seen]);

        var outcomes = new List<RegisterOutcome>();
        foreach (var length in new[] { 19.0, 20.0 })
        {
            outcomes.AddRange(await grains.EnterAsync(
            [
                new RegisterEntry
                {
                    Vessel = seen with { LengthMeters = length },
                    By = "Lan",
                    At = app.Clock.GetUtcNow(),
                    Seen = seen,
                },
            ]));
        }

        Assert.Equal([false, true], outcomes.Select(outcome => outcome.IsStale));
        Assert.Equal(19, (await app.GetAsync("/v1/vessels/HP-1")).GetProperty("lengthMeters").GetDouble());
    }

    [Fact]
    public async Task A_table_is_refused_in_Vietnamese_with_the_value_for_who_asks_so()
    {
        await using var app = await TwinApp.StartAsync();
        const string Table = "Số đăng ký;Chiều dài;Xã, phường\nHP-1;dài;20001\nTàu 1;8;20001\nHP-2;8;Nơi nào\n";

        var answer = await ImportAsync(app, Encoding.UTF8.GetBytes(Table), "tau.csv", "&lang=vi");

        Assert.Equal(
            [
                "Chiều dài hoặc số IMO không hợp lệ. ('dài')",
                "Số đăng ký hoặc số MMSI không hợp lệ. ('Tàu 1')",
                "Không có đơn vị này.",
            ],
            answer.GetProperty("rejected").EnumerateArray().Select(row => row.GetProperty("detail").GetString()),
            StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_table_is_tried_first_and_then_entered_and_says_what_is_wrong()
    {
        await using var app = await TwinApp.StartAsync();
        using var known = await PutAsync(app, "HP-1", Boat);
        const string Table =
            "DANH SÁCH TÀU CÁ;;;;;\n"
            + "Số đăng ký;Chiều dài;Xã, phường;Hạn giấy phép;Giấy phép từ ngày;Ghi chú\n"
            + "HP-1;18,5;20002;31/12/2028;1/1/2024;x\n"
            + "HP-2;7,25;20001;;;\n"
            + "HP-3;dài;20001;;;\n"
            + "HP-2;8;20001;;;\n"
            + ";;;;;\n";

        var tried = await ImportAsync(app, Encoding.UTF8.GetBytes(Table), "tau.csv", "&dryRun=true");
        await app.GetProblemAsync("/v1/vessels/HP-2", 404);
        var answer = await ImportAsync(app, Encoding.UTF8.GetBytes(Table), "tau.csv");
        var again = await ImportAsync(app, Encoding.UTF8.GetBytes(Table), "tau.csv");

        foreach (var one in new[] { tried, answer })
        {
            Assert.Equal("4 1 1 0 2", Counts(one));
            Assert.Equal(
                ["5 invalid_number", "6 duplicate_row"],
                one.GetProperty("rejected").EnumerateArray()
                    .Select(row => $"{row.GetProperty("line")} {row.GetProperty("code")}"),
                StringComparer.Ordinal);
            Assert.Equal("Ghi chú", Assert.Single(one.GetProperty("ignored").EnumerateArray()).GetString());
        }

        Assert.Equal("4 0 0 2 2", Counts(again));
        var boat = await app.GetAsync("/v1/vessels/HP-1");
        Assert.Equal("20002", boat.GetProperty("homeUnit").GetString());
        Assert.Equal("2028-12-31", boat.GetProperty("licence").GetProperty("until").GetString());
        Assert.Equal("574000001", boat.GetProperty("mmsi").GetString()); // No column for it: it stays.
        Assert.Equal(7.25, (await app.GetAsync("/v1/vessels/HP-2")).GetProperty("lengthMeters").GetDouble());
    }

    [Fact]
    public async Task A_workbook_may_name_its_columns_by_a_mapping()
    {
        await using var app = await TwinApp.StartAsync();
        var file = new MemoryStream();
        using (var workbook = new WorkbookTableWriter(file))
        {
            workbook.Begin("Boats", [("Plate", 12), ("Meters", 12)]);
            workbook.Write(["HP-7", 24.5]);
        }

        var answer = await ImportAsync(
            app, file.ToArray(), "boats.xlsx",
            mapping: """{"columns":{"registrationNumber":"Plate","lengthMeters":"Meters"}}""");

        Assert.Equal("1 1 0 0 0", Counts(answer));
        var boat = await app.GetAsync("/v1/vessels/HP-7");
        Assert.Equal("from24", boat.GetProperty("sizeClass").GetString());
    }

    [Theory]
    [InlineData("by=", "a,b\n1,2\n", null, "invalid_parameter")]
    [InlineData("", "Số đăng ký\nHP-1\n", null, "missing_parameter")]
    [InlineData("by=Lan", "a,b\n1,2\n", null, "invalid_mapping")]
    [InlineData("by=Lan", "mmsi,so mmsi\n1,2\n", null, "invalid_mapping")]
    [InlineData("by=Lan", "Số đăng ký\nHP-1\n", """{"columns":{"name":"Tên"}}""", "invalid_mapping")]
    [InlineData("by=Lan", "Số đăng ký\nHP-1\n", "{", "invalid_mapping")]
    public async Task A_table_that_cannot_be_read_is_a_problem(string query, string table, string? mapping, string code)
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await SendAsync(app, Encoding.UTF8.GetBytes(table), "t.csv", query, mapping);

        Assert.Equal(code, (await TwinApp.ReadProblemAsync(response, 400)).GetProperty("code").GetString());
    }

    private static string Counts(JsonElement answer) => string.Join(
        ' ',
        CountNames.Select(name => answer.GetProperty(name)));

    private static async Task<JsonElement> ImportAsync(
        TwinApp app, byte[] file, string name, string query = "", string? mapping = null)
    {
        using var response = await SendAsync(app, file, name, "by=Lan" + query, mapping);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonElement.Parse(text);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        TwinApp app, byte[] file, string name, string query, string? mapping)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new ByteArrayContent(file), "file", name);
        if (mapping is not null)
        {
            form.Add(new StringContent(mapping), "mapping");
        }

        return await app.Client.PostAsync("/v1/vessels/imports?" + query, form);
    }

    private static async Task<HttpResponseMessage> PutAsync(
        TwinApp app, string id, string body, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/v1/vessels/" + id);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await app.Client.SendAsync(request);
    }

    private static async Task ReportAsync(TwinApp app, string vessel, string time)
    {
        using var content = new StringContent(
            $$"""{"vessel":"{{vessel}}","time":"{{time}}","lon":107.5,"lat":20.3}""");
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using var response = await app.Client.PostAsync("/v1/positions", content);
        Assert.True(response.IsSuccessStatusCode);
    }
}
