using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Twin.TestKit;

namespace Twin.Api.Tests.Ogc;

/// <summary>
/// What lies in a polygon across two districts: GDAL, which reads the collections by URL and cuts them to the polygon
/// by itself, counts what the answer about the area says.
/// </summary>
public sealed class GdalAreaTests(GdalPlaceTests.City city) : IClassFixture<GdalPlaceTests.City>
{
    private const string Day = "2024-12-31";
    private const int Boats = 120;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // From Kiến Thụy and Dương Kinh over Hải An to the sea off Đồ Sơn: no side runs along a border or an axis.
    private static readonly (double X, double Y)[] Ring =
    [
        (106.621, 20.701), (106.953, 20.652), (106.931, 20.853), (106.642, 20.871), (106.621, 20.701),
    ];

    private static readonly string Wkt =
        $"POLYGON (({string.Join(',', Ring.Select(one => FormattableString.Invariant($"{one.X} {one.Y}")))}))";

    [SkippableFact]
    public async Task GDAL_counts_boats_sites_and_units_in_a_drawn_polygon_as_the_answer_about_it_does()
    {
        var twin = await city.RequireAsync();
        var inside = await ReportBoatsAsync(twin);
        var at = TimeProvider.System.GetUtcNow();

        var area = await AskAsync(twin, at);

        var fleet = area.GetProperty("fleet").GetProperty("vessels").GetInt32();
        var sites = area.GetProperty("places")[0].GetProperty("places").GetInt32();
        Assert.Equal(inside, fleet);
        var instant = at.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
        Assert.Equal(fleet, (await IdsAsync(twin, "vessels", instant, "id", "")).Length);
        Assert.Equal(sites, (await IdsAsync(twin, "sites", Day, "nameVi", "")).Length);
        Assert.InRange(sites, 2, 19); // Twenty stand in a row, some of them west of the polygon.
        var communes = await IdsAsync(twin, "units", Day, "code", "level = 'commune'");
        Assert.Equal(
            string.Join(' ', area.GetProperty("units").EnumerateArray()
                .Select(unit => unit.GetProperty("code").GetString())),
            string.Join(' ', communes.Order(StringComparer.Ordinal)));
        Assert.InRange((await IdsAsync(twin, "units", Day, "code", "level = 'district'")).Length, 2, 16);
    }

    [SkippableTheory]
    [InlineData("vessels")]
    [InlineData("sites")]
    [InlineData("units")]
    public async Task GDAL_counts_in_a_box_what_we_count(string collection)
    {
        var twin = await city.RequireAsync();
        await ReportBoatsAsync(twin);
        // Vessels as they are now: none of them moves.
        var day = collection is "vessels" ? "" : $"datetime={Day}";

        var (output, _) = await GdalTools.RunAsync(
            "ogrinfo", "-ro", "-so", $"OAPIF:{twin.Client.BaseAddress}ogc?{day}", collection,
            "-spat", "106.62", "20.7", "106.93", "20.87");

        Assert.Equal(
            await CountAsync(twin, collection, $"bbox=106.62,20.7,106.93,20.87&{day}"), GdalTools.CountIn(output));
        Assert.NotEqual(0, GdalTools.CountIn(output));
    }

    [SkippableFact]
    public async Task A_filter_with_a_polygon_of_many_corners_fits_into_a_URL()
    {
        var twin = await city.RequireAsync();
        // 12 kB, and more once its commas and spaces are escaped.
        var ring = string.Join(',', Enumerable.Range(0, 500).Append(0).Select(i => FormattableString.Invariant(
            $"{106.6 + (0.3 * Math.Cos(i * Math.Tau / 500)):F7} {20.8 + (0.3 * Math.Sin(i * Math.Tau / 500)):F7}")));

        var filter = Uri.EscapeDataString($"S_INTERSECTS(geometry,POLYGON(({ring})))");

        var inside = await CountAsync(twin, "sites", $"datetime={Day}&filter={filter}");

        Assert.Equal(20, inside); // All of them: the westernmost is 0.1° off the middle.
    }

    /// <summary>The ids of what lies in the polygon, as GDAL finds them: it asks for a box and cuts itself.</summary>
    private static async Task<string[]> IdsAsync(
        TwinProcess twin, string collection, string datetime, string property, string where)
    {
        var (csv, _) = await GdalTools.RunAsync(
            "ogr2ogr",
            [
                "-f", "CSV", "/vsistdout/", $"OAPIF:{twin.Client.BaseAddress}ogc?datetime={datetime}", collection,
                "-clipsrc", Wkt, "-select", property, .. where.Length > 0 ? (string[])["-where", where] : [],
            ]);
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. lines.Skip(1).Select(line => line.Trim('"'))];
    }

    private static async Task<JsonElement> AskAsync(TwinProcess twin, DateTimeOffset at)
    {
        var ring = string.Join(',', Ring.Select(one => FormattableString.Invariant($"[{one.X},{one.Y}]")));
        using var content = new StringContent(
            $$$"""
            {
              "geometry": { "type": "Polygon", "coordinates": [[{{{ring}}}]] },
              "date": "{{{Day}}}",
              "datetime": "{{{at:O}}}"
            }
            """,
            Encoding.UTF8,
            "application/json");
        using var response = await twin.Client.PostAsync("/v1/space/summary", content);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonElement.Parse(text);
    }

    /// <summary>Boats report from a grid in the bay; gives how many of them are in the polygon.</summary>
    private static async Task<int> ReportBoatsAsync(TwinProcess twin)
    {
        var now = TimeProvider.System.GetUtcNow().AddMinutes(-1);
        var boats = Enumerable.Range(0, Boats).Select(i => (X: 106.86 + (i % 12 * 0.011), Y: 20.64 + (i / 12 * 0.0123)))
            .ToArray();
        using var content = new StringContent(
            "vessel,time,longitude,latitude\n" + string.Join('\n', boats.Select((boat, i) => string.Create(
                CultureInfo.InvariantCulture,
                $"{574_100_000 + i},{now:yyyy-MM-dd'T'HH:mm:ss'Z'},{boat.X:F4},{boat.Y:F4}"))),
            Encoding.UTF8,
            "text/csv");
        using var response = await twin.Client.PostAsync("/v1/positions", content);
        response.EnsureSuccessStatusCode();
        // A position is in the cells some milliseconds after its answer.
        var begun = TimeProvider.System.GetTimestamp();
        while (await CountAsync(twin, "vessels", "datetime=..%2F..") < Boats)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, "The vessels do not appear.");
        }

        return boats.Count(boat => IsInside(boat.X, boat.Y));
    }

    private static async Task<int> CountAsync(TwinProcess twin, string collection, string query) =>
        (await twin.Client.GetFromJsonAsync<JsonElement>($"/ogc/collections/{collection}/items?limit=1&{query}"))
        .GetProperty("numberMatched").GetInt32();

    /// <summary>Whether a position is left of every side: the polygon is convex and runs counterclockwise.</summary>
    private static bool IsInside(double x, double y) => Ring.Zip(Ring.Skip(1)).All(side =>
        ((side.Second.X - side.First.X) * (y - side.First.Y)) - ((side.Second.Y - side.First.Y) * (x - side.First.X))
        >= 0);
}
