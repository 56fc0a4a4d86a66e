using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Twin.Api.Features;

namespace Twin.Api.Tests.Ogc;

public sealed class FeatureTests
{
    private const string Items = "/ogc/collections/units/items";
    private const string Epsg = "http://www.opengis.net/def/crs/EPSG/0/";
    private const string ThreeTiers = "datetime=2025-06-30";

    [Fact]
    public async Task A_page_of_features_is_geojson_with_counts_time_and_links()
    {
        await using var app = await StartAsync();

        using var response = await app.Client.GetAsync($"{Items}?{ThreeTiers}&limit=2");
        var page = JsonElement.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal("application/geo+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(
            "<http://www.opengis.net/def/crs/OGC/1.3/CRS84>", Assert.Single(response.Headers.GetValues("Content-Crs")));
        Assert.Equal("FeatureCollection", page.GetProperty("type").GetString());
        Assert.Equal(9, page.GetProperty("numberMatched").GetInt32());
        Assert.Equal(2, page.GetProperty("numberReturned").GetInt32());
        Assert.Equal(app.Clock.GetUtcNow(), page.GetProperty("timeStamp").GetDateTimeOffset());
        Assert.Equal("10001 10002", Ids(page));
        var first = page.GetProperty("features")[0];
        Assert.Equal("commune", first.GetProperty("properties").GetProperty("level").GetString());
        Assert.Equal("2020-01-01", first.GetProperty("properties").GetProperty("validFrom").GetString());
        Assert.Equal(JsonValueKind.Null, first.GetProperty("properties").GetProperty("population").ValueKind);
        Assert.Equal("Polygon", first.GetProperty("geometry").GetProperty("type").GetString());
        Assert.All(
            ["self", "alternate", "collection", "next"], (string rel) => Assert.NotNull(OgcLinksOf.Href(page, rel)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public async Task The_next_links_lead_through_all_features_once(int limit)
    {
        await using var app = await StartAsync();
        var seen = new List<string>();

        var path = FormattableString.Invariant($"{Items}?{ThreeTiers}&limit={limit}");
        for (string? next = path; next is not null;)
        {
            var page = await app.GetAsync(next);
            Assert.Equal(9, page.GetProperty("numberMatched").GetInt32());
            seen.Add(Ids(page));
            next = OgcLinksOf.Href(page, "next");
        }

        Assert.Equal("10001 10002 10003 10004 10005 10006 301 302 31", string.Join(' ', seen));
    }

    [Fact]
    public async Task Features_that_come_and_go_between_pages_hide_and_repeat_no_other()
    {
        await using var app = await StartAsync();
        var first = await app.GetAsync($"{Items}?datetime=2026-12-31&limit=2");

        await app.ChangeAsync(
            """
            {
              "kind": "boundaries", "by": "Lan", "reason": "thử", "dryRun": false,
              "payload": {
                "date": "2026-12-01",
                "operations": [{ "op": "merge", "from": ["10001", "20002"],
                  "into": [{ "code": "15000", "nameVi": "Mới" }] }]
              }
            }
            """);
        var second = await app.GetAsync(OgcLinksOf.Href(first, "next")!);

        Assert.Equal("10001 20001", Ids(first));
        Assert.Equal("31", Ids(second));
        Assert.Equal(3, second.GetProperty("numberMatched").GetInt32());
    }

    [Theory]
    [InlineData("limit=1", 1)]
    [InlineData("limit=1000", 9)]
    [InlineData("limit=1000000", 9)] // More than is given at once is no error.
    public async Task A_limit_bounds_the_page(string query, int returned)
    {
        await using var app = await StartAsync();

        var page = await app.GetAsync($"{Items}?{ThreeTiers}&{query}");

        Assert.Equal(returned, page.GetProperty("features").GetArrayLength());
        Assert.Equal(returned, page.GetProperty("numberReturned").GetInt32());
    }

    [Theory]
    [InlineData("a corner", "bbox=106.01,20.5,106.02,20.6", "10001 301 31")]
    [InlineData("a side that two share", "bbox=106.5,20.5,106.5,20.6", "10003 10004 301 302 31")]
    [InlineData("six numbers", "bbox=106.01,20.5,-100,106.02,20.6,100", "10001 301 31")]
    [InlineData("across the antimeridian, all but Europe", "bbox=106.9,20,10,21", "10006 302 31")]
    [InlineData("the sea", "bbox=108,20,109,21", "")]
    [InlineData("VN-2000", "bbox=609000,2260000,610000,2270000&bbox-crs=" + Epsg + "3405", "10001 301 31")]
    [InlineData("latitude first", "bbox=20.5,106.01,20.6,106.02&bbox-crs=" + Epsg + "4326", "10001 301 31")]
    public async Task A_box_lets_through_what_meets_it(string reason, string query, string expected)
    {
        await using var app = await StartAsync();

        var page = await app.GetAsync($"{Items}?{ThreeTiers}&{query}");

        Assert.True(expected.Equals(Ids(page), StringComparison.Ordinal), $"{reason}: {Ids(page)}");
        Assert.Equal(page.GetProperty("features").GetArrayLength(), page.GetProperty("numberMatched").GetInt32());
    }

    [Theory]
    [InlineData("datetime=2025-06-30", 9)]
    [InlineData("datetime=2025-07-01", 4)]
    [InlineData("datetime=2025-06-30T16:59:59Z", 9)]
    [InlineData("datetime=2025-06-30T17:00:00Z", 4)] // Midnight in Vietnam.
    [InlineData("datetime=2025-06-30T23:59:59%2B07:00", 9)]
    [InlineData("datetime=2025-06-30/2025-07-01", 11)]
    [InlineData("datetime=../2025-06-30", 9)]
    [InlineData("datetime=/2025-06-30", 9)]
    [InlineData("datetime=2025-07-01/..", 4)]
    [InlineData("datetime=../..", 11)]
    [InlineData("datetime=2019-01-01", 0)]
    [InlineData("", 4)]
    public async Task Features_are_those_of_the_days(string query, int expected)
    {
        await using var app = await StartAsync();

        var page = await app.GetAsync($"{Items}?{query}");

        Assert.Equal(expected, page.GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task In_an_interval_a_feature_is_as_it_was_on_its_last_day()
    {
        await using var app = await StartAsync();

        var page = await app.GetAsync($"{Items}?datetime=2025-06-01/2025-07-31&code=10001");

        var feature = Assert.Single(page.GetProperty("features").EnumerateArray());
        Assert.Equal("2025-07-01", feature.GetProperty("properties").GetProperty("validFrom").GetString());
    }

    [Theory]
    [InlineData(Epsg + "3405", 604_000, 605_000, 2_211_000, 2_213_000)]
    [InlineData(Epsg + "9210", 525_900, 526_000, 2_211_000, 2_213_000)]
    [InlineData(Epsg + "4326", 19.99, 20.01, 105.99, 106.01)] // Latitude first.
    [InlineData(Epsg + "4756", 20.0005, 20.0015, 105.99, 105.9995)]
    [InlineData("http://www.opengis.net/def/crs/OGC/1.3/CRS84", 105.99, 106.01, 19.99, 20.01)]
    public async Task Features_can_be_had_in_another_reference_system(
        string crs, double minFirst, double maxFirst, double minSecond, double maxSecond)
    {
        await using var app = await StartAsync();

        using var response = await app.Client.GetAsync($"{Items}/31?{ThreeTiers}&crs={crs}");
        var feature = JsonElement.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal($"<{crs}>", Assert.Single(response.Headers.GetValues("Content-Crs")));
        var corner = feature.GetProperty("geometry").GetProperty("coordinates")[0].EnumerateArray()
            .Select(position => (First: position[0].GetDouble(), Second: position[1].GetDouble()))
            .MinBy(position => position.First + position.Second);
        Assert.InRange(corner.First, minFirst, maxFirst);
        Assert.InRange(corner.Second, minSecond, maxSecond);
    }

    [Theory]
    [InlineData("filter=level = 'district'", "301 302")]
    [InlineData("filter=nameVi LIKE '%3_1'", "301")]
    [InlineData("filter=CASEI(ACCENTI(nameVi)) = 'don vi 301'", "301")]
    [InlineData("filter=upperUnit = '301' AND NOT code IN ('10001')", "10002 10003")]
    [InlineData("filter=upperUnit IS NULL", "31")]
    [InlineData("filter=S_INTERSECTS(geometry, POINT(106.01 20.5))", "10001 301 31")]
    [InlineData("filter=S_INTERSECTS(geometry, POINT(609300 2267100))&filter-crs=" + Epsg + "3405", "10001 301 31")]
    [InlineData("filter=validTo = DATE('2025-06-30') AND level = 'district'&filter-lang=cql2-text", "301 302")]
    [InlineData("filter=level = 'district'&filter-lang=cql-text", "301 302")] // As GDAL asks.
    [InlineData("filter={\"op\":\"=\",\"args\":[{\"property\":\"level\"},\"city\"]}&filter-lang=cql2-json", "31")]
    [InlineData("level=district", "301 302")]
    [InlineData("level=district&code=302", "302")]
    [InlineData("validTo=2025-06-30&level=district", "301 302")]
    [InlineData("schematic=true&level=city", "31")]
    [InlineData("population=5", "")]
    [InlineData("level=commune&filter=code > '10004'&bbox=106.9,20,107,21", "10006")]
    public async Task Filters_and_values_narrow_down(string query, string expected)
    {
        await using var app = await StartAsync();

        var page = await app.GetAsync($"{Items}?{ThreeTiers}&{Escape(query)}");

        Assert.Equal(expected, Ids(page));
        Assert.Equal(page.GetProperty("features").GetArrayLength(), page.GetProperty("numberMatched").GetInt32());
    }

    [Theory]
    [InlineData("limit=0", "invalid_parameter", "from 1")]
    [InlineData("limit=-1", "invalid_parameter", "from 1")]
    [InlineData("limit=x", "invalid_parameter", "from 1")]
    [InlineData("bbox=1,2,3", "invalid_parameter", "west,south,east,north")]
    [InlineData("bbox=1,2,3,4,5", "invalid_parameter", "west,south,east,north")]
    [InlineData("bbox=106,21,107,20", "invalid_parameter", "west,south,east,north")]
    [InlineData("bbox=20,106,21,107", "invalid_parameter", "longitude, then latitude")] // Reversed.
    [InlineData("bbox=a,b,c,d", "invalid_parameter", "west,south,east,north")]
    [InlineData("bbox=NaN,0,1,1", "invalid_parameter", "west,south,east,north")]
    [InlineData("bbox=1,1,2,2&bbox=1,1,2,2", "invalid_parameter", "once")]
    [InlineData("bbox=2260000,609000,2270000,610000&bbox-crs=" + Epsg + "3405", "invalid_parameter", "easting, then")]
    [InlineData("bbox-crs=EPSG:3405", "invalid_parameter", "URI")]
    [InlineData("crs=" + Epsg + "2154", "invalid_parameter", "URI")]
    [InlineData("datetime=2025-13-01", "invalid_parameter", "2024-01-01/..")]
    [InlineData("datetime=2025-01-02/2025-01-01", "invalid_parameter", "2024-01-01/..")]
    [InlineData("datetime=2025-01-01T00:00:00", "invalid_parameter", "2024-01-01/..")] // No offset.
    [InlineData("datetime=a/b/c", "invalid_parameter", "2024-01-01/..")]
    [InlineData("cursor=abc", "invalid_parameter", "next")]
    [InlineData("cursor=%00", "invalid_parameter", "next")]
    [InlineData("population=many", "invalid_parameter", "number")]
    [InlineData("schematic=maybe", "invalid_parameter", "boolean")]
    [InlineData("validFrom=today", "invalid_parameter", "first day")]
    [InlineData("f=xml", "invalid_parameter", "json, html")]
    [InlineData("filter-lang=sql", "invalid_parameter", "cql2-text, cql2-json")]
    [InlineData("filter=level LIKE", "invalid_parameter", "Expected a property")]
    [InlineData("filter=height > 1", "invalid_parameter", "Properties are code, level")]
    [InlineData("filter={&filter-lang=cql2-json", "invalid_parameter", "deep")]
    [InlineData("filter=S_INTERSECTS(geometry, POINT(20.5 106.5))", "invalid_parameter", "filter-crs")]
    [InlineData("color=red", "unknown_parameter", "bbox")]
    [InlineData("offset=1", "unknown_parameter", "cursor")]
    public async Task Bad_parameters_are_refused_with_what_was_expected(string query, string code, string hint)
    {
        await using var app = await StartAsync();

        var problem = await app.GetProblemAsync($"{Items}?{Escape(query)}", 400);

        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Contains(hint, problem.GetProperty("hint").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_that_cannot_be_read_says_where()
    {
        await using var app = await StartAsync();

        var problem = await app.GetProblemAsync($"{Items}?filter={Uri.EscapeDataString("level = 'a' AND OR")}", 400);

        Assert.Contains("at character 17", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feature_has_its_own_path()
    {
        await using var app = await StartAsync();

        var feature = await app.GetAsync($"{Items}/301?{ThreeTiers}");
        var problem = await app.GetProblemAsync($"{Items}/301", 404);
        var unknown = await app.GetProblemAsync($"{Items}/99999?{ThreeTiers}", 404);

        Assert.Equal("301", feature.GetProperty("id").GetString());
        Assert.Equal("Feature", feature.GetProperty("type").GetString());
        Assert.NotNull(OgcLinksOf.Href(feature, "collection"));
        Assert.Contains("datetime", problem.GetProperty("hint").GetString(), StringComparison.Ordinal);
        Assert.Contains("99999", unknown.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Features_without_a_map_have_no_geometry_and_meet_no_box()
    {
        await using var app = await StartAsync();

        var all = await app.GetAsync($"{Items}?datetime=2020-06-01");
        var boxed = await app.GetAsync($"{Items}?datetime=2020-06-01&bbox=-180,-90,180,90");

        Assert.Equal(9, all.GetProperty("numberMatched").GetInt32());
        Assert.Equal(JsonValueKind.Null, all.GetProperty("features")[0].GetProperty("geometry").ValueKind);
        Assert.Equal(0, boxed.GetProperty("numberMatched").GetInt32());
    }

    [Fact]
    public async Task More_queries_than_are_taken_at_once_are_refused_and_told_when_to_come_back()
    {
        var slow = new SlowBoundaries();
        await using var app = await TwinApp.StartAsync(
            options => options.MaxConcurrentQueries = 1,
            services => services.AddSingleton<IBoundarySource>(slow));
        var inside = app.Client.GetAsync(Items);
        await slow.Asked;

        using var refused = await app.Client.GetAsync(Items);
        slow.Answer();
        using var answered = await inside;
        using var after = await app.Client.GetAsync(Items);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    private static string Ids(JsonElement page) => string.Join(
        ' ', page.GetProperty("features").EnumerateArray().Select(feature => feature.GetProperty("id").GetString()));

    /// <summary>Values as a client sends them; a percent sign that starts an escape is left alone.</summary>
    private static string Escape(string query) => query.Contains("%00", StringComparison.Ordinal)
        ? query
        : string.Join('&', query.Split('&').Select(pair =>
        {
            var place = pair.IndexOf('=', StringComparison.Ordinal);
            return string.Create(
                CultureInfo.InvariantCulture, $"{pair[..place]}={Uri.EscapeDataString(pair[(place + 1)..])}");
        }));

    private static Task<TwinApp> StartAsync() =>
        TwinApp.StartAsync(services: services => services.AddSingleton<IBoundarySource, DrawnBoundaries>());
}
