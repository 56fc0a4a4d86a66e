using System.Globalization;
using System.Text;
using System.Text.Json;
using Twin.TestKit;

namespace Twin.Api.Tests.Cities;

/// <summary>As a planner would: load a plan, see what it asks, withdraw it.</summary>
public sealed class PlanTests
{
    private const string Plans = """
        id,number,date,title_vi,title_en,place_vi,unit_code,is_default
        HP-2027,12/KH-UBND,2027-01-05,Kế hoạch 2027,Plan of 2027,Thành phố,31,false

        """;

    private const string Header =
        "id,plan,section,kind,tiers,scope,indicator,name_vi,name_en,comparator,value,value_max,unit,due_date,cadence,"
        + "owner_agency,owner_agency_id,owner_basis,direction,note\n";

    private const string Good =
        "HP27-01,HP-2027,II.1,target,city;commune,,FIBER,Cáp quang,Fibre,>=,95,,%,2027-12-31,,Sở,A-1,explicit,up,\n";

    private const string Bad =
        "HP27-02,HP-2027,II.2,target,commune,Hộ,NONE,Cáp,Fibre,>=,95,,%,31/12/2027,,,,explicit,up,\n";

    [Fact]
    public async Task A_plan_is_tried_loaded_held_against_figures_and_withdrawn()
    {
        await using var app = await TwinApp.StartAsync();
        await app.ReportAsync("unit,indicator,period,value,denominator\n10001,FIBER,2024-12,90,100\n");

        var tried = await ReadAsync(await PostAsync(app, Header + Good, dryRun: true), 200);
        Assert.False(tried.GetProperty("report").GetProperty("applied").GetBoolean());
        Assert.Equal(1, (await app.GetAsync("/v1/plans")).GetProperty("numberMatched").GetInt32());

        var loaded = await ReadAsync(await PostAsync(app, Header + Good), 200);
        Assert.Equal("HP27-01", loaded.GetProperty("report").GetProperty("targetsAdded")[0].GetString());
        Assert.Equal(2, (await app.GetAsync("/v1/plans")).GetProperty("numberMatched").GetInt32());
        var figure = await app.GetAsync("/v1/units/10001/rollup?indicator=FIBER&period=2024-12");
        Assert.Equal(
            ["T-1", "HP27-01"],
            figure.GetProperty("targets").EnumerateArray().Select(target => target.GetProperty("id").GetString()),
            StringComparer.Ordinal);

        using var response = await app.PostJsonAsync("/v1/plans/HP-2027/withdraw", """{"by":"Lan","reason":"thay"}""");
        var withdrawn = await ReadAsync(response, 200);
        Assert.Equal("HP-2027", withdrawn.GetProperty("plansRemoved")[0].GetString());
        await app.GetProblemAsync("/v1/targets/HP27-01", 404);
        await app.ChangeAsync("""{"by":"Lan","reason":"lại"}""", "/v1/city/changes/2/undo");
        await app.GetAsync("/v1/targets/HP27-01");
    }

    [Fact]
    public async Task Bad_rows_are_listed_by_line_and_keep_the_plan_out_unless_the_good_ones_are_wanted()
    {
        await using var app = await TwinApp.StartAsync();

        var refused = await ReadAsync(await PostAsync(app, Header + Good + Bad), 422);
        Assert.Equal("nothing_accepted", refused.GetProperty("code").GetString());
        Assert.All(refused.GetProperty("rejected").EnumerateArray(), row =>
        {
            Assert.Equal(("targets.csv", 3), (row.GetProperty("file").GetString(), row.GetProperty("line").GetInt32()));
            Assert.NotEmpty(row.GetProperty("hint").GetString()!);
        });
        Assert.Equal(
            ["invalid_value", "unknown_reference"],
            refused.GetProperty("rejected").EnumerateArray().Select(row => row.GetProperty("code").GetString())
                .Order(StringComparer.Ordinal),
            StringComparer.Ordinal);

        var kept = await ReadAsync(await PostAsync(app, Header + Good + Bad, keepGoodRows: true), 200);
        Assert.Equal(1, kept.GetProperty("report").GetProperty("targetsAdded").GetArrayLength());
        Assert.Equal(2, kept.GetProperty("rejected").GetArrayLength());
    }

    [Fact]
    public async Task A_plan_that_is_loaded_already_is_not_loaded_twice()
    {
        await using var app = await TwinApp.StartAsync();
        await ReadAsync(await PostAsync(app, Header + Good), 200);

        var problem = await ReadAsync(await PostAsync(app, Header + Good), 422);

        Assert.Contains(
            problem.GetProperty("rejected").EnumerateArray(),
            row => row.GetProperty("code").ValueEquals("duplicate_key"));
    }

    [Fact]
    public async Task A_form_that_is_none_and_an_unknown_field_are_refused()
    {
        await using var app = await TwinApp.StartAsync();

        using var json = await app.PostJsonAsync("/v1/plans", "{}");
        using var form = new MultipartFormDataContent { { new StringContent("x"), "table" } };
        using var unknown = await app.Client.PostAsync("/v1/plans", form);
        using var nobody = await app.PostJsonAsync("/v1/plans/NONE/withdraw", """{"by":"L","reason":"r"}""");

        await TwinApp.ReadProblemAsync(json, 415);
        await TwinApp.ReadProblemAsync(unknown, 400);
        await TwinApp.ReadProblemAsync(nobody, 404);
    }

    [Fact]
    public async Task A_plan_brings_the_reports_that_it_asks_for_and_takes_them_with_it()
    {
        await using var app = await TwinApp.StartAsync(
            city: TestCity.WithDuties(), now: new DateTimeOffset(2027, 3, 1, 3, 0, 0, TimeSpan.Zero));
        Assert.Empty(await OwedAsync(app));

        await ReadAsync(
            await PostAsync(app, Header + Good.Replace("FIBER", "CLINICS", StringComparison.Ordinal)), 200);

        Assert.Equal("2027-02", Assert.Single(await OwedAsync(app)));
        using var response = await app.PostJsonAsync("/v1/plans/HP-2027/withdraw", """{"by":"Lan","reason":"thay"}""");
        await ReadAsync(response, 200);
        Assert.Empty(await OwedAsync(app));
    }

    /// <summary>The periods that a commune must report in March for the plan's sake.</summary>
    private static async Task<string?[]> OwedAsync(TwinApp app) =>
    [
        .. (await app.GetAsync("/v1/duties?unit=10001&from=2027-03&to=2027-03")).GetProperty("items").EnumerateArray()
            .Where(one => one.GetProperty("dutyId").GetString()!.StartsWith("HP-2027", StringComparison.Ordinal))
            .Select(one => one.GetProperty("period").GetString()),
    ];

    private static async Task<HttpResponseMessage> PostAsync(
        TwinApp app, string targets, bool dryRun = false, bool keepGoodRows = false)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(Plans, Encoding.UTF8, "text/csv"), "plans", "plans.csv" },
            { new StringContent(targets, Encoding.UTF8, "text/csv"), "targets", "targets.csv" },
            { new StringContent("Lan"), "by" },
            { new StringContent("Kế hoạch mới"), "reason" },
            { new StringContent(dryRun.ToString(CultureInfo.InvariantCulture)), "dryRun" },
            { new StringContent(keepGoodRows.ToString(CultureInfo.InvariantCulture)), "keepGoodRows" },
        };
        return await app.Client.PostAsync("/v1/plans", form);
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
