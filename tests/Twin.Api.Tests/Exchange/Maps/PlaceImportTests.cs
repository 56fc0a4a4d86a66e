using System.IO.Compression;
using System.Text.Json;

namespace Twin.Api.Tests.Exchange.Maps;

public sealed class PlaceImportTests
{
    private const string Sites = """
        mã trạm;tên;nhà mạng;độ cao;ngày;Kinh độ;Vĩ độ
        5G-1;Trạm Quán Toan;Viettel, VNPT;42,5;01/03/2025;106,61;20,89
        5G-2;Trạm Hùng Vương;MobiFone;30;;106,63;20,88
        5G 3;Trạm dấu cách;MobiFone;30;;106,63;20,88
        5G-4;Trạm quá cao;MobiFone;900;ngày mai;106,63;20,88
        5G-5;Trạm không chỗ;MobiFone;30;;;
        """;

    private const string Mapping = """
        {
          "code": "mã trạm", "name": "tên",
          "properties": { "operators": "nhà mạng", "heightMeters": "độ cao", "validFrom": "ngày" },
          "defaults": { "kind": "mast", "technology": "5G", "status": "onAir", "validFrom": "2025-01-01" }
        }
        """;

    private const string Path = "/v1/imports/sites";

    [Fact]
    public async Task Places_of_a_table_are_taken_in_and_bad_ones_listed_with_every_reason()
    {
        await using var app = await TwinApp.StartAsync();

        var dry = await ImportAsync(app, Path + "?dryRun=true");
        Assert.Equal(0, await CountAsync(app));
        var answer = await ImportAsync(app, Path);

        Assert.Equal((2, 2), (dry.GetProperty("added").GetInt32(), answer.GetProperty("added").GetInt32()));
        var left = answer.GetProperty("unmatched").EnumerateArray();
        Assert.Equal([3, 4, 5], left.Select(one => one.GetProperty("feature").GetInt32()));
        Assert.Equal(2, await CountAsync(app));
        var site = (await app.GetAsync("/v1/exports/sites?date=2026-01-01")).GetProperty("features")[0];
        var properties = site.GetProperty("properties");
        Assert.Equal("5G-1", site.GetProperty("id").GetString());
        Assert.Equal("VNPT;Viettel", properties.GetProperty("operators").GetString());
        Assert.Equal(42.5, properties.GetProperty("heightMeters").GetDouble(), 9);
        Assert.Equal("2025-03-01", properties.GetProperty("validFrom").GetString());
        Assert.Equal(106.61, site.GetProperty("geometry").GetProperty("coordinates")[0].GetDouble(), 9);
    }

    [Fact]
    public async Task The_same_file_changes_nothing_and_what_is_missing_ends_only_when_asked()
    {
        await using var app = await TwinApp.StartAsync();
        await ImportAsync(app, Path);

        var again = await ImportAsync(app, Path);
        Assert.Equal(2, again.GetProperty("unchanged").GetInt32());
        var one = string.Join('\n', Sites.Split('\n').Take(2));
        var ended = await ImportAsync(app, Path + "?endMissing=true&date=2025-06-01", one);

        Assert.Equal(1, ended.GetProperty("ended").GetInt32());
        Assert.Equal(1, await CountAsync(app, "2025-06-01"));
        Assert.Equal(2, await CountAsync(app, "2025-05-31"));
    }

    [Fact]
    public async Task Places_that_were_given_out_come_in_again_as_they_were()
    {
        await using var app = await TwinApp.StartAsync();
        await ImportAsync(app, Path);
        foreach (var format in (string[])["geopackage", "shapefile", "csv", "geojson", "geojsonseq"])
        {
            var file = await app.Client.GetByteArrayAsync($"/v1/exports/sites?date=2026-01-01&format={format}");
            // A shapefile cuts names to ten bytes.
            var mapping = format is "shapefile"
                ? """{"properties":{"technology":"technology","heightMeters":"heightMete"},"defaults":{}}"""
                : "{}";

            var answer = await HaiPhongApp.ImportAsync(app, Path, file, "sites", ("mapping", mapping));

            Assert.True(answer.GetProperty("unchanged").GetInt32() == 2, $"{format}: {answer}");
        }
    }

    [Fact]
    public async Task A_layer_that_is_none_and_a_file_without_places_are_refused()
    {
        await using var app = await TwinApp.StartAsync();

        using var layer = await HaiPhongApp.SendAsync(app, "/v1/imports/trees", HaiPhongApp.Utf8(Sites), "a.csv");
        using var look = await HaiPhongApp.SendAsync(
            app, "/v1/imports/trees/inspection", HaiPhongApp.Utf8(Sites), "a.csv");
        using var bare = await HaiPhongApp.SendAsync(app, Path, HaiPhongApp.Utf8(Sites), "a.csv");

        await TwinApp.ReadProblemAsync(layer, 404);
        await TwinApp.ReadProblemAsync(look, 404);
        var problem = await TwinApp.ReadProblemAsync(bare, 422);
        Assert.Contains(
            "code", problem.GetProperty("unmatched")[0].GetProperty("hint").GetString(), StringComparison.Ordinal);
        await app.GetProblemAsync("/v1/exports/trees", 404);
    }

    [Fact]
    public async Task A_dry_run_shows_the_places_that_would_be_as_a_map()
    {
        await using var app = await TwinApp.StartAsync();

        var map = await ImportAsync(app, Path + "?dryRun=true&answer=map");

        Assert.Equal(
            "5G-1 5G-2",
            string.Join(' ', map.GetProperty("features").EnumerateArray()
                .Select(feature => feature.GetProperty("id").GetString())));
        Assert.Equal(0, await CountAsync(app));
    }

    [Fact]
    public async Task A_look_at_a_table_tells_its_columns_and_which_fields_they_may_be()
    {
        await using var app = await TwinApp.StartAsync();

        var look = await HaiPhongApp.ImportAsync(
            app, Path + "/inspection", HaiPhongApp.Utf8(Sites), "sites.csv");

        Assert.Equal("csv", look.GetProperty("format").GetString());
        Assert.EndsWith("CRS84", look.GetProperty("crs").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            "mã trạm=5G-1, tên=Trạm Quán Toan, nhà mạng=Viettel, VNPT, độ cao=42,5, ngày=01/03/2025",
            string.Join(", ", look.GetProperty("columns").EnumerateArray().Select(column =>
                $"{column.GetProperty("name").GetString()}={column.GetProperty("sample").GetString()}")));
        var suggested = look.GetProperty("suggested");
        Assert.Equal("mã trạm", suggested.GetProperty("code").GetString());
        Assert.Equal("nhà mạng", suggested.GetProperty("operators").GetString());
        Assert.Equal("độ cao", suggested.GetProperty("heightMeters").GetString());
        Assert.Equal("ngày", suggested.GetProperty("validFrom").GetString());
        Assert.False(suggested.TryGetProperty("status", out _));
        Assert.Equal(
            "code kind operators technology status",
            string.Join(' ', look.GetProperty("fields").EnumerateArray()
                .Where(field => field.GetProperty("isRequired").GetBoolean())
                .Select(field => field.GetProperty("name").GetString())));
    }

    [Fact]
    public async Task A_file_that_does_not_say_its_system_can_be_looked_at_before_somebody_says_it()
    {
        await using var app = await TwinApp.StartAsync();
        await ImportAsync(app, Path);
        var zip = await app.Client.GetByteArrayAsync(
            "/v1/exports/sites?date=2026-01-01&format=shapefile&crs=EPSG:3405");

        var look = await HaiPhongApp.ImportAsync(app, Path + "/inspection", WithoutProjection(zip), "sites.zip");

        Assert.Equal(JsonValueKind.Null, look.GetProperty("crs").ValueKind);
        // Cut to ten bytes by the format.
        Assert.Equal("heightMete", look.GetProperty("suggested").GetProperty("heightMeters").GetString());
        Assert.Equal("5G-1", look.GetProperty("columns")[0].GetProperty("sample").GetString());
    }

    [Fact]
    public async Task A_kind_may_be_written_as_people_say_it()
    {
        await using var app = await TwinApp.StartAsync();
        const string Table = """
            code,name,loại,lon,lat
            F-1,Tiểu học A,TRƯỜNG HỌC,106.6,20.8
            F-2,Trạm B,bệnh xá,106.6,20.8
            """;

        var answer = await HaiPhongApp.ImportAsync(
            app, "/v1/imports/facilities", HaiPhongApp.Utf8(Table), "a.csv",
            ("mapping", """{"properties":{"kind":"loại"}}"""));

        Assert.Equal(1, answer.GetProperty("added").GetInt32());
        Assert.Equal(2, answer.GetProperty("unmatched")[0].GetProperty("feature").GetInt32());
        var facility = (await app.GetAsync("/v1/exports/facilities")).GetProperty("features")[0];
        Assert.Equal("school", facility.GetProperty("properties").GetProperty("kind").GetString());
    }

    private static byte[] WithoutProjection(byte[] zip)
    {
        using var stream = new MemoryStream();
        stream.Write(zip);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            archive.Entries.Single(entry => entry.Name.EndsWith(".prj", StringComparison.Ordinal)).Delete();
        }

        return stream.ToArray();
    }

    private static Task<JsonElement> ImportAsync(TwinApp app, string path, string table = Sites) =>
        HaiPhongApp.ImportAsync(app, path, HaiPhongApp.Utf8(table), "sites.csv", ("mapping", Mapping));

    private static async Task<int> CountAsync(TwinApp app, string day = "2026-01-01") =>
        (await app.GetAsync($"/v1/exports/sites?date={day}")).GetProperty("features").GetArrayLength();
}
