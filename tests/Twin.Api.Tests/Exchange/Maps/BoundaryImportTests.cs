using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Twin.TestKit;

namespace Twin.Api.Tests.Exchange.Maps;

public sealed class BoundaryImportTests
{
    private const string Day = "2024-12-31";
    private const string Path = "/v1/imports/boundaries?date=" + Day;
    private const string Map = "/v1/boundaries?date=" + Day;

    // Quán Toan's real boundary holds it, its schematic one does not have to.
    private const string Place = "/v1/space/locate?coordinates=106.6105,20.8905&date=" + Day;
    private const string Tile = "/ogc/collections/units/tiles/WebMercatorQuad/9/225/407?datetime=" + Day;

    [SkippableFact]
    public async Task The_real_communes_take_the_place_of_the_schematic_ones_at_once_and_go_again()
    {
        var file = await File.ReadAllBytesAsync(Reference("pre2025_l3_communes.geojson"));
        await using var app = await HaiPhongApp.StartAsync();
        var before = await app.Client.GetStringAsync(Map);
        var tile = await app.Client.GetByteArrayAsync(Tile);

        var answer = await HaiPhongApp.ImportAsync(app, Path, file, "communes.geojson");

        Assert.Equal(217, answer.GetProperty("matched").GetInt32());
        Assert.Equal(0, answer.GetProperty("unmatchedTotal").GetInt32());
        // The island district has no communes, and is not among them.
        var missing = Assert.Single(answer.GetProperty("missing").EnumerateArray());
        Assert.Equal("318", missing.GetProperty("code").GetString());
        Assert.True(missing.GetProperty("keepsShape").GetBoolean());
        Assert.Equal(0, answer.GetProperty("report").GetProperty("unitsConcerned").GetInt32());
        var after = await app.GetAsync(Map);
        var features = after.GetProperty("features").EnumerateArray().ToArray();
        Assert.Equal(233, features.Length);
        Assert.All(features, one => Assert.Equal(
            one.GetProperty("id").GetString() is "318" or "31",
            one.GetProperty("properties").GetProperty("schematic").GetBoolean()));
        Assert.Equal("11296", Unit(await app.GetAsync(Place)));
        Assert.NotEqual(tile, await app.Client.GetByteArrayAsync(Tile));

        var revision = answer.GetProperty("revision").GetInt64();
        await app.ChangeAsync(
            """{ "by": "Lan", "reason": "thử" }""", FormattableString.Invariant($"/v1/city/changes/{revision}/undo"));
        Assert.Equal(before, await app.Client.GetStringAsync(Map));
        Assert.Equal(tile, await app.Client.GetByteArrayAsync(Tile));
    }

    [SkippableFact]
    public async Task Units_of_today_are_found_by_name_alone_and_their_areas_are_those_published()
    {
        var file = await File.ReadAllBytesAsync(Reference("post2025_l2_communes.geojson"));
        await using var app = await HaiPhongApp.StartAsync();

        var answer = await HaiPhongApp.ImportAsync(
            app, "/v1/imports/boundaries", file, "xa.geojson", ("mapping", """{"code":"no","name":"short_name_vi"}"""));

        Assert.Equal(114, answer.GetProperty("matched").GetInt32());
        Assert.Equal("2025-07-01", answer.GetProperty("validFrom").GetString());
        var units = answer.GetProperty("units").EnumerateArray()
            .Where(unit => unit.GetProperty("matchedBy").GetString() is "name").ToArray();
        Assert.Equal(114, units.Length);
        var near = units.Count(unit => Math.Abs(
            (unit.GetProperty("areaAfter").GetDouble() / unit.GetProperty("areaPublished").GetDouble()) - 1) < 0.1);
        Assert.InRange(near, 100, 114);
        Assert.False((await app.GetAsync("/v1/city")).GetProperty("isSchematic").GetBoolean());
    }

    [SkippableFact]
    public async Task Districts_alone_bind_the_communes_below_them()
    {
        var file = await File.ReadAllBytesAsync(Reference("pre2025_l2_districts_gis.chinhphu.vn.geojson"));
        await using var app = await HaiPhongApp.StartAsync();

        var answer = await HaiPhongApp.ImportAsync(app, Path, file, "quan.geojson");

        var areas = answer.GetProperty("units").EnumerateArray().ToDictionary(
            unit => unit.GetProperty("code").GetString() ?? string.Empty,
            unit => unit.GetProperty("areaAfter").GetDouble(),
            StringComparer.Ordinal);
        Assert.Equal(14.354, areas["303"], 0.02);
        var wards = (await app.GetAsync($"/v1/units/303/children?date={Day}")).GetProperty("items");
        Assert.Equal(
            areas["303"],
            wards.EnumerateArray().Sum(unit => areas[unit.GetProperty("code").GetString() ?? string.Empty]),
            0.01);
    }

    [Fact]
    public async Task A_dry_run_reports_and_changes_nothing_and_gives_the_map_that_would_be()
    {
        await using var app = await HaiPhongApp.StartAsync();
        var file = await DrawnAsync(app);
        var before = await app.Client.GetStringAsync(Map);

        var report = await HaiPhongApp.ImportAsync(app, Path + "&dryRun=true", file, "xa.json");
        var map = await HaiPhongApp.ImportAsync(app, Path + "&dryRun=true&answer=map", file, "xa.json");

        Assert.True(report.GetProperty("isDryRun").GetBoolean());
        Assert.Equal(0, report.GetProperty("revision").GetInt64());
        Assert.False(report.GetProperty("report").GetProperty("applied").GetBoolean());
        Assert.Equal(233, map.GetProperty("features").GetArrayLength());
        Assert.Equal(before, await app.Client.GetStringAsync(Map));
        Assert.Equal(0, (await app.GetAsync("/v1/city/changes")).GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task What_is_no_unit_is_listed_and_the_others_are_taken()
    {
        await using var app = await HaiPhongApp.StartAsync();
        var document = JsonNode.Parse(await DrawnAsync(app))!;
        var features = document["features"]!.AsArray();
        features[0]!["properties"]!["code"] = "99999";
        features[0]!["properties"]!["nameVi"] = null;
        features[1]!["properties"]!["code"] = "10507";
        features[1]!["properties"]!["nameVi"] = null;
        features[2]!["geometry"] = JsonNode.Parse("""{"type":"Point","coordinates":[106.6,20.8]}""");
        features[3]!["properties"]!["nameVi"] = "Xã Khác Hẳn";

        var answer = await HaiPhongApp.ImportAsync(
            app, Path, HaiPhongApp.Utf8(document.ToJsonString()), "xa.json", ("mapping", """{"code":"code"}"""));

        Assert.Equal(
            ["unknown_unit", "unit_of_another_date", "not_an_area"],
            answer.GetProperty("unmatched").EnumerateArray().Select(one => one.GetProperty("code").GetString()),
            StringComparer.Ordinal);
        Assert.Equal("1", answer.GetProperty("unmatched")[0].GetProperty("line").GetRawText());
        Assert.Equal(214, answer.GetProperty("matched").GetInt32());
        Assert.Single(
            answer.GetProperty("units").EnumerateArray(),
            unit => unit.GetProperty("otherName").GetString() is "Xã Khác Hẳn");
        // Three communes and the island are not drawn, and keep what they had.
        Assert.Equal(4, answer.GetProperty("missing").GetArrayLength());
        Assert.All(
            answer.GetProperty("missing").EnumerateArray(),
            one => Assert.True(one.GetProperty("keepsShape").GetBoolean()));
    }

    [Theory]
    [InlineData("geopackage", "EPSG:3405")]
    [InlineData("shapefile", "EPSG:9211")]
    [InlineData("csv", "CRS84")]
    [InlineData("geojsonseq", "CRS84")]
    public async Task What_is_exported_in_any_form_is_imported_again(string format, string crs)
    {
        await using var app = await HaiPhongApp.StartAsync();
        var file = await app.Client.GetByteArrayAsync(
            $"/v1/exports/boundaries?date={Day}&level=commune&unit=303&format={format}&crs={crs}");

        var answer = await HaiPhongApp.ImportAsync(app, Path, file, "file", ("crs", crs));

        var units = answer.GetProperty("units").EnumerateArray()
            .Where(unit => unit.GetProperty("matchedBy").ValueKind == JsonValueKind.String).ToArray();
        Assert.Equal(9, units.Length);
        Assert.All(units, unit => Assert.Equal(
            unit.GetProperty("areaBefore").GetDouble(), unit.GetProperty("areaAfter").GetDouble(), 0.001));
    }

    [Theory]
    [InlineData("crs", "EPSG:9999", 400, "invalid_parameter")]
    [InlineData("mapping", "{\"kode\":\"x\"}", 400, "invalid_mapping")]
    [InlineData("mapping", "{\"encoding\":\"klingon\"}", 400, "invalid_parameter")]
    [InlineData("revision", "x", 400, "invalid_parameter")]
    [InlineData("revision", "7", 409, "revision_conflict")]
    [InlineData("colour", "x", 400, "invalid_parameter")]
    public async Task A_bad_field_is_refused(string field, string value, int status, string code)
    {
        await using var app = await HaiPhongApp.StartAsync();

        using var response = await HaiPhongApp.SendAsync(app, Path, await DrawnAsync(app), "xa.json", (field, value));

        var problem = await TwinApp.ReadProblemAsync(response, status);
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal(0, (await app.GetAsync("/v1/city/changes")).GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task A_file_that_is_no_map_or_holds_no_unit_is_refused()
    {
        await using var app = await HaiPhongApp.StartAsync();
        const string Point =
            """{"type":"Feature","properties":{"ten":"Đâu đó"},"geometry":{"type":"Point","coordinates":[106,20]}}""";

        using var table = await HaiPhongApp.SendAsync(app, Path, HaiPhongApp.Utf8("a,b\n1,2\n"), "a.csv");
        using var empty = await HaiPhongApp.SendAsync(app, Path, [], "a.csv");
        using var nothing = await HaiPhongApp.SendAsync(app, Path, HaiPhongApp.Utf8(Point), "a.json");
        using var early = await HaiPhongApp.SendAsync(
            app, "/v1/imports/boundaries?date=1900-01-01", HaiPhongApp.Utf8(Point), "a.json");
        using var json = await app.PostJsonAsync(Path, "{}");

        Assert.Equal(
            "invalid_map", (await TwinApp.ReadProblemAsync(table, 400)).GetProperty("code").GetString());
        await TwinApp.ReadProblemAsync(empty, 400);
        var unmatched = (await TwinApp.ReadProblemAsync(nothing, 422)).GetProperty("unmatched");
        Assert.Equal("unknown_unit", Assert.Single(unmatched.EnumerateArray()).GetProperty("code").GetString());
        await TwinApp.ReadProblemAsync(early, 400);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, json.StatusCode);
    }

    [Fact]
    public async Task A_hand_made_map_is_checked_as_every_change_is()
    {
        await using var app = await HaiPhongApp.StartAsync();

        foreach (var (payload, code) in new (string, string)[]
        {
            ("""{ "date": "2024-12-31", "shapes": [] }""", "no_shapes"),
            ("""{ "date": "x", "shapes": [{ "unit": "303", "shape": "AQED" }] }""", "invalid_date"),
            ("""{ "date": "2024-12-31", "shapes": [{ "unit": "99999", "shape": "AQED" }] }""", "unknown_unit"),
            ("""{ "date": "2024-12-31", "shapes": [{ "unit": "303", "shape": "AQED" }] }""", "invalid_shape"),
            ("""{ "date": "2024-12-31", "shapes": [{ "unit": "303", "shape": "!" }] }""", "invalid_shape"),
        })
        {
            using var response = await app.PostJsonAsync(
                "/v1/city/changes", $$"""{ "kind": "map", "by": "Lan", "reason": "thử", "payload": {{payload}} }""");
            var problem = await TwinApp.ReadProblemAsync(response, 422);
            Assert.Equal(code, problem.GetProperty("refusals")[0].GetProperty("code").GetString());
        }
    }

    private static string Reference(string file) => ReferenceData.Require("reference/boundaries/haiphong/" + file);

    private static string? Unit(JsonElement located) =>
        located.GetProperty("units")[0].GetProperty("code").GetString();

    /// <summary>The communes of the day as the city draws them now.</summary>
    private static Task<byte[]> DrawnAsync(TwinApp app) =>
        app.Client.GetByteArrayAsync($"/v1/exports/boundaries?date={Day}&level=commune");
}
