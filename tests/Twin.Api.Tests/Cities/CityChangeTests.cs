using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Twin.Model.Cities;
using Twin.TestKit;

namespace Twin.Api.Tests.Cities;

public sealed class CityChangeTests
{
    private const string Path = "/v1/city/changes";

    [Fact]
    public async Task A_dry_run_shows_what_would_be_different_and_changes_nothing()
    {
        await using var app = await StartAsync();

        var report = await app.ChangeAsync(Change("Đơn vị 10002", "Một", dryRun: true));

        Assert.False(report.GetProperty("applied").GetBoolean());
        Assert.Equal(0, report.GetProperty("revision").GetInt64());
        var unit = Assert.Single(report.GetProperty("unitsChanged").EnumerateArray());
        Assert.Equal("Một", unit.GetProperty("nameVi").GetString());
        Assert.Equal(3, report.GetProperty("unitsConcerned").GetInt32()); // 10002, 301, 31.
        Assert.Equal("Đơn vị 10002", await NameAsync(app));
        Assert.Equal(0, (await app.GetAsync(Path)).GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task A_change_is_seen_by_the_next_question_and_stands_in_the_list_with_who_and_why()
    {
        await using var app = await StartAsync();

        var report = await app.ChangeAsync(Change("Đơn vị 10002", "Một"));

        Assert.True(report.GetProperty("applied").GetBoolean());
        Assert.Equal(1, report.GetProperty("revision").GetInt64());
        Assert.Equal("Một", await NameAsync(app));
        var found = await app.GetAsync("/v1/units?date=2024-12-31&q=Một");
        Assert.Equal(1, found.GetProperty("numberMatched").GetInt32());
        var listed = Assert.Single((await app.GetAsync(Path)).GetProperty("items").EnumerateArray());
        Assert.Equal("Lan", listed.GetProperty("by").GetString());
        Assert.Equal(JsonValueKind.Null, listed.GetProperty("payload").ValueKind);
        var one = await app.GetAsync($"{Path}/1");
        Assert.Equal("Một", one.GetProperty("payload").GetProperty("to").GetString());
    }

    [Fact]
    public async Task An_undo_takes_a_change_back_and_says_so_beside_it()
    {
        await using var app = await StartAsync();
        await app.ChangeAsync(Change("Đơn vị 10002", "Một"));

        var report = await app.ChangeAsync("""{"by":"Minh","reason":"sai"}""", $"{Path}/1/undo");

        Assert.Equal(2, report.GetProperty("revision").GetInt64());
        Assert.Equal("Đơn vị 10002", await NameAsync(app));
        var changes = (await app.GetAsync(Path)).GetProperty("items");
        Assert.Equal([2, 1], changes.EnumerateArray().Select(c => c.GetProperty("sequence").GetInt32()));
        Assert.Equal(1, changes[0].GetProperty("undoes").GetInt32());
        Assert.Equal(2, changes[1].GetProperty("undoneBy").GetInt32());
        Assert.False(changes[1].GetProperty("stands").GetBoolean());
    }

    [Fact]
    public async Task The_list_is_paged_from_the_latest()
    {
        await using var app = await StartAsync();
        await app.ChangeAsync(Change("Đơn vị 10002", "Một"));
        await app.ChangeAsync(Change("Đơn vị 10003", "Hai"));

        var first = await app.GetAsync($"{Path}?limit=1");
        var next = first.GetProperty("links")[1].GetProperty("href").GetString();
        var second = await app.GetAsync(next!);

        Assert.Equal(2, first.GetProperty("items")[0].GetProperty("sequence").GetInt32());
        Assert.Equal(1, second.GetProperty("items")[0].GetProperty("sequence").GetInt32());
        Assert.Equal(1, second.GetProperty("links").GetArrayLength());
    }

    [Fact]
    public async Task A_change_that_the_city_does_not_allow_is_refused_with_every_reason()
    {
        await using var app = await StartAsync();

        using var response = await app.PostJsonAsync(Path, Change("nobody", "Một"));

        var problem = await TwinApp.ReadProblemAsync(response, 422);
        Assert.Equal("change_refused", problem.GetProperty("code").GetString());
        Assert.Equal("unknown_name", problem.GetProperty("refusals")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_change_made_for_another_revision_is_refused()
    {
        await using var app = await StartAsync();
        await app.ChangeAsync(Change("Đơn vị 10002", "Một", revision: 0));

        using var response = await app.PostJsonAsync(Path, Change("Đơn vị 10003", "Hai", revision: 0));

        var problem = await TwinApp.ReadProblemAsync(response, 409);
        Assert.Equal("revision_conflict", problem.GetProperty("code").GetString());
    }

    public static TheoryData<string, string, int, string> Bad => new()
    {
        { "no object", "[]", 400, "invalid_json" },
        { "cut off", "{", 400, "invalid_json" },
        { "null", "null", 400, "invalid_json" },
        { "an unknown member", """{"kind":"rename","by":"L","reason":"r","payload":{},"x":1}""", 400, "invalid_json" },
        { "nobody", """{"kind":"rename","reason":"r","payload":{}}""", 400, "invalid_parameter" },
        { "no reason", """{"kind":"rename","by":"L","reason":" ","payload":{}}""", 400, "invalid_parameter" },
        { "no payload", """{"kind":"rename","by":"L","reason":"r"}""", 400, "invalid_parameter" },
        { "an undo here", """{"kind":"undo","by":"L","reason":"r","payload":{}}""", 400, "invalid_parameter" },
        { "an unknown kind", """{"kind":"x","by":"L","reason":"r","payload":{}}""", 422, "change_refused" },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_body_that_is_no_change_is_refused(string because, string body, int status, string code)
    {
        await using var app = await StartAsync();

        using var response = await app.PostJsonAsync(Path, body);

        var problem = await TwinApp.ReadProblemAsync(response, status);
        Assert.True(string.Equals(code, problem.GetProperty("code").GetString(), StringComparison.Ordinal), because);
    }

    [Fact]
    public async Task Another_media_type_and_an_unknown_change_are_refused()
    {
        await using var app = await StartAsync();

        using var text = new StringContent("{}", Encoding.UTF8, "text/plain");
        using var response = await app.Client.PostAsync(Path, text);
        using var undo = await app.PostJsonAsync($"{Path}/9/undo", """{"by":"L","reason":"r"}""");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Equal("unknown_change", (await TwinApp.ReadProblemAsync(undo, 422))
            .GetProperty("refusals")[0].GetProperty("code").GetString());
        await app.GetProblemAsync($"{Path}/x", 404);
    }

    private static Task<TwinApp> StartAsync() => TwinApp.StartAsync(
        services: services => services.AddSingleton<ICityChangeKind, JsonRenameKind>());

    private static async Task<string?> NameAsync(TwinApp app) =>
        (await app.GetAsync("/v1/units/10002?date=2024-12-31")).GetProperty("nameVi").GetString();

    private static string Change(string from, string to, bool dryRun = false, long? revision = null) =>
        JsonSerializer.Serialize(new
        {
            kind = "rename",
            by = "Lan",
            reason = "Nghị quyết 1",
            payload = new { from, to },
            dryRun,
            revision,
        });

    /// <summary>The test kit's kind with its payload as the API wants it: an object.</summary>
    private sealed class JsonRenameKind : ICityChangeKind
    {
        private readonly RenameKind _inner = new();

        public string Kind => _inner.Kind;

        public ChangeOutcome Apply(Model.CityDefinition city, CityChange change)
        {
            var payload = JsonElement.Parse(change.Payload);
            string? Member(string name) => payload.TryGetProperty(name, out var value) ? value.GetString() : null;
            return _inner.Apply(city, change with { Payload = $"{Member("from")}={Member("to")}" });
        }
    }
}
