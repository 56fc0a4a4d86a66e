using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Twin.Api.Features;

namespace Twin.Api.Tests.Ogc;

/// <summary>Places are made, replaced, changed and ended over HTTP (OGC API Features, part 4).</summary>
public sealed class PlaceEditTests
{
    private const string Sites = "/ogc/collections/sites/items";
    private const string Terms = "by=Lan&reason=kh%E1%BA%A3o%20s%C3%A1t";
    private const string Site =
        """
        {
          "type": "Feature", "id": "S-1",
          "geometry": { "type": "Point", "coordinates": [106.5, 20.5] },
          "properties": {
            "nameVi": "Trạm một", "kind": "mast", "operators": ["vnpt", "viettel"], "technology": "5G",
            "status": "building", "heightMeters": 30, "validFrom": "2026-11-01"
          }
        }
        """;

    [Fact]
    public async Task A_place_is_made_read_changed_and_ended_and_the_trail_says_by_whom()
    {
        await using var app = await StartAsync();

        using var made = await SendAsync(app, HttpMethod.Post, Sites, Site);
        var place = JsonElement.Parse(await made.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal("http://localhost/ogc/collections/sites/items/S-1", made.Headers.Location?.ToString());
        Assert.Equal("viettel;vnpt", place.GetProperty("properties").GetProperty("operators").GetString());

        using var read = await app.Client.GetAsync($"{Sites}/S-1");
        Assert.Equal(made.Headers.ETag, read.Headers.ETag);

        using var changed = await SendAsync(
            app, HttpMethod.Patch, $"{Sites}/S-1", """{"properties":{"status":"onAir","heightMeters":null}}""",
            read.Headers.ETag!.Tag, "application/merge-patch+json");
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(read.Headers.ETag, changed.Headers.ETag);
        var after = (await app.GetAsync($"{Sites}/S-1")).GetProperty("properties");
        Assert.Equal("onAir", after.GetProperty("status").GetString());
        Assert.Equal(JsonValueKind.Null, after.GetProperty("heightMeters").ValueKind);
        Assert.Equal("2026-11-22", after.GetProperty("validFrom").GetString()); // Today.
        var before = (await app.GetAsync($"{Sites}/S-1?datetime=2026-11-21")).GetProperty("properties");
        Assert.Equal("building", before.GetProperty("status").GetString());

        using var ended = await SendAsync(
            app, HttpMethod.Delete, $"{Sites}/S-1", null, changed.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        await app.GetProblemAsync($"{Sites}/S-1", 404);
        Assert.Equal(
            "building",
            (await app.GetAsync($"{Sites}/S-1?datetime=2026-11-21")).GetProperty("properties").GetProperty("status")
                .GetString());

        var trail = (await app.GetAsync("/v1/places/sites/S-1")).GetProperty("changes").EnumerateArray().ToArray();
        Assert.Equal(["ended", "changed", "created"], trail.Select(Action), StringComparer.Ordinal);
        Assert.All(trail, entry => Assert.Equal("Lan", entry.GetProperty("by").GetString()));
        Assert.Equal("khảo sát", trail[0].GetProperty("reason").GetString());
        var last = trail[0].GetProperty("before").GetProperty("properties");
        Assert.Equal("onAir", last.GetProperty("status").GetString());
    }

    [Fact]
    public async Task What_a_client_reads_it_may_send_back_and_a_given_first_day_corrects()
    {
        await using var app = await StartAsync();
        using var made = await SendAsync(app, HttpMethod.Post, Sites, Site);
        var text = await app.Client.GetStringAsync($"{Sites}/S-1");

        using var same = await SendAsync(app, HttpMethod.Put, $"{Sites}/S-1", text, made.Headers.ETag!.Tag);
        using var corrected = await SendAsync(
            app,
            HttpMethod.Put,
            $"{Sites}/S-1",
            text.Replace("\"heightMeters\":30", "\"heightMeters\":33", StringComparison.Ordinal),
            made.Headers.ETag.Tag);

        Assert.Equal(made.Headers.ETag, same.Headers.ETag); // It says what was said: nothing has changed.
        Assert.Equal(HttpStatusCode.OK, corrected.StatusCode);
        var site = (await app.GetAsync($"{Sites}/S-1?datetime=2026-11-05")).GetProperty("properties");
        Assert.Equal(33, site.GetProperty("heightMeters").GetDouble());
        var history = await app.GetAsync("/v1/places/sites/S-1");
        Assert.Single(history.GetProperty("versions").EnumerateArray());
        Assert.Equal("corrected", history.GetProperty("changes")[0].GetProperty("action").GetString());
    }

    [Fact]
    public async Task A_place_without_an_id_gets_one_and_coordinates_may_be_of_another_system()
    {
        await using var app = await StartAsync();
        using var request = Request(
            HttpMethod.Post,
            $"{Sites}?{Terms}",
            Site.Replace(" \"id\": \"S-1\",", string.Empty, StringComparison.Ordinal)
                .Replace("[106.5, 20.5]", "[20.5, 106.5]", StringComparison.Ordinal));
        request.Headers.Add("Content-Crs", "<http://www.opengis.net/def/crs/EPSG/0/4326>");

        using var made = await app.Client.SendAsync(request);
        var place = await app.GetAsync(made.Headers.Location!.PathAndQuery);

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.StartsWith("sites-", place.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            "[106.5,20.5]", JsonSerializer.Serialize(place.GetProperty("geometry").GetProperty("coordinates")));
    }

    [Theory]
    [InlineData("an id that is taken", "", "", 409, "conflict")]
    [InlineData("an id that is none", "\"S-1\"", "\"S 1\"", 422, "invalid_place")]
    [InlineData("no name", "Trạm một", " ", 422, "invalid_place")]
    [InlineData("another kind", "mast", "school", 422, "invalid_place")]
    [InlineData("an unknown property", "\"status\"", "\"colour\"", 422, "invalid_place")]
    [InlineData("a value that is none", "\"building\"", "\"burnt\"", 422, "invalid_place")]
    [InlineData("an object as value", "30", "{}", 422, "invalid_place")]
    [InlineData("a day that is none", "2026-11-01", "2026-13-01", 422, "invalid_place")]
    [InlineData("axes the wrong way round", "[106.5, 20.5]", "[20.5, 106.5]", 422, "invalid_place")]
    [InlineData("a line", "\"Point\", \"coordinates\": [106.5, 20.5]",
        "\"LineString\", \"coordinates\": [[106, 20], [107, 20]]", 422, "invalid_place")]
    [InlineData("no geometry", "{ \"type\": \"Point\", \"coordinates\": [106.5, 20.5] }", "null", 422, "invalid_place")]
    [InlineData("not a feature", "\"Feature\"", "\"Polygon\"", 422, "invalid_place")]
    [InlineData("not JSON", "\"Feature\",", "\"Feature\"", 400, "invalid_json")]
    public async Task What_cannot_be_is_refused_and_nothing_is_made(
        string reason, string part, string instead, int status, string code)
    {
        await using var app = await StartAsync();
        using var first = await SendAsync(app, HttpMethod.Post, Sites, Site);
        var body = part.Length == 0
            ? Site
            : Site.Replace("\"S-1\"", "\"S-2\"", StringComparison.Ordinal)
                .Replace(part.Replace("S-1", "S-2", StringComparison.Ordinal), instead, StringComparison.Ordinal);

        using var response = await SendAsync(app, HttpMethod.Post, Sites, body);

        var problem = await TwinApp.ReadProblemAsync(response, status);
        Assert.True(problem.GetProperty("code").ValueEquals(code), $"{reason}: {problem}");
        Assert.Equal(1, (await app.GetAsync(Sites)).GetProperty("numberMatched").GetInt32());
    }

    [Theory]
    [InlineData("a bow tie", "[[106,20],[107,21],[107,20],[106,21],[106,20]]")]
    [InlineData("a hole outside", "[[106,20],[107,20],[107,21],[106,20]],[[108,20],[109,20],[109,21],[108,20]]")]
    [InlineData("a ring that is open", "[[106,20],[107,20],[107,21],[106,21]]")]
    [InlineData("a ring of one place", "[[106,20],[106,20],[106,20],[106,20]]")]
    [InlineData("no ring", "")]
    public async Task A_zone_that_is_no_area_is_refused_with_the_reason(string reason, string rings)
    {
        await using var app = await StartAsync();
        const string Body =
            """
            {
              "type": "Feature", "geometry": { "type": "Polygon", "coordinates": [RINGS] },
              "properties": { "nameVi": "Vùng", "kind": "other" }
            }
            """;

        using var response = await SendAsync(
            app, HttpMethod.Post, "/ogc/collections/zones/items",
            Body.Replace("RINGS", rings, StringComparison.Ordinal));

        var problem = await TwinApp.ReadProblemAsync(response, 422);
        Assert.True(problem.GetProperty("detail").GetString()?.Length > 10, reason);
    }

    [Fact]
    public async Task Nobody_overwrites_what_they_have_not_seen()
    {
        await using var app = await StartAsync();
        using var made = await SendAsync(app, HttpMethod.Post, Sites, Site);
        using var changed = await SendAsync(
            app, HttpMethod.Patch, $"{Sites}/S-1", """{"properties":{"status":"onAir"}}""", made.Headers.ETag!.Tag);

        using var late = await SendAsync(app, HttpMethod.Put, $"{Sites}/S-1", Site, made.Headers.ETag.Tag);
        using var blind = await SendAsync(app, HttpMethod.Delete, $"{Sites}/S-1", null);
        using var any = await SendAsync(app, HttpMethod.Put, $"{Sites}/S-1", Site, "*");
        using var gone = await SendAsync(app, HttpMethod.Delete, $"{Sites}/S-9", null, "*");
        using var renamed = await SendAsync(
            app, HttpMethod.Put, $"{Sites}/S-1", Site.Replace("S-1", "S-3", StringComparison.Ordinal), "*");

        await TwinApp.ReadProblemAsync(late, 412);
        await TwinApp.ReadProblemAsync(blind, 428);
        Assert.Equal(HttpStatusCode.OK, any.StatusCode);
        await TwinApp.ReadProblemAsync(gone, 404);
        await TwinApp.ReadProblemAsync(renamed, 422);
    }

    [Fact]
    public async Task Who_it_is_must_be_said_and_what_is_not_understood_is_refused()
    {
        await using var app = await StartAsync();
        using var nobody = Request(HttpMethod.Post, Sites, Site);
        using var unknown = Request(HttpMethod.Post, $"{Sites}?{Terms}&color=red", Site);
        using var csv = Request(HttpMethod.Post, $"{Sites}?{Terms}", "a,b", "text/csv");
        using var elsewhere = Request(HttpMethod.Post, $"{Sites}?{Terms}", Site);
        elsewhere.Headers.Add("Content-Crs", "<http://www.opengis.net/def/crs/EPSG/0/9999>");
        using var large = Request(HttpMethod.Post, $"{Sites}?{Terms}", new string(' ', 2_200_000));
        using var units = Request(HttpMethod.Post, $"/ogc/collections/units/items?{Terms}", Site);

        foreach (var (request, status) in new[]
            { (nobody, 400), (unknown, 400), (csv, 415), (elsewhere, 400), (large, 413), (units, 405) })
        {
            using var response = await app.Client.SendAsync(request);
            await TwinApp.ReadProblemAsync(response, status);
        }
    }

    private static string? Action(JsonElement entry) => entry.GetProperty("action").GetString();

    private static async Task<HttpResponseMessage> SendAsync(
        TwinApp app, HttpMethod method, string path, string? body, string? ifMatch = null, string? mediaType = null)
    {
        using var request = Request(method, $"{path}?{Terms}", body, mediaType);
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }

        return await app.Client.SendAsync(request);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string? body, string? mediaType = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType ?? "application/geo+json");
        }

        return request;
    }

    private static Task<TwinApp> StartAsync() => TwinApp.StartAsync(
        services: services => services.AddSingleton<IBoundarySource, DrawnBoundaries>());
}
