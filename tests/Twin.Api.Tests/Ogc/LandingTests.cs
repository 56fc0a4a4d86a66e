using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Twin.Api.Features;
using Twin.Api.Requests;

namespace Twin.Api.Tests.Ogc;

public sealed class LandingTests
{
    private static readonly string[] Documents =
    [
        "/ogc", "/ogc/conformance", "/ogc/collections", "/ogc/collections/units", "/ogc/collections/units/queryables",
        "/ogc/collections/units/items?limit=2", "/ogc/collections/units/items/31", "/ogc/collections/units/tiles",
        "/ogc/collections/units/tiles/WebMercatorQuad", "/ogc/tileMatrixSets", "/ogc/tileMatrixSets/WebMercatorQuad",
        "/ogc/collections/sites", "/ogc/collections/sites/queryables", "/ogc/collections/routes/items",
        "/ogc/collections/zones/tiles", "/ogc/collections/facilities/tiles/WebMercatorQuad", "/ogc/api",
    ];

    public static TheoryData<string> Paths => [.. Documents];

    [Fact]
    public async Task From_the_landing_page_every_link_leads_somewhere()
    {
        await using var app = await StartAsync();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var ahead = new Queue<string>(["/ogc"]);

        while (ahead.TryDequeue(out var href))
        {
            using var response = await app.Client.GetAsync(href);
            var text = await response.Content.ReadAsStringAsync();
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{href}: {text}");
            if (response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) != true)
            {
                continue;
            }

            foreach (var next in OgcLinksOf.All(JsonElement.Parse(text)).Where(seen.Add))
            {
                Assert.StartsWith("http://localhost/ogc", next, StringComparison.Ordinal);
                ahead.Enqueue(next);
            }
        }

        Assert.Contains("http://localhost/ogc/collections/units/items?f=json", seen);
        Assert.Contains("http://localhost/ogc/collections/units/queryables", seen);
        Assert.Contains("http://localhost/ogc/tileMatrixSets/WebMercatorQuad", seen);
        Assert.InRange(seen.Count, 60, 400);
    }

    [Theory]
    [InlineData("self")]
    [InlineData("alternate")]
    [InlineData("service-desc")]
    [InlineData("service-doc")]
    [InlineData("conformance")]
    [InlineData("data")]
    [InlineData("http://www.opengis.net/def/rel/ogc/1.0/tiling-schemes")]
    public async Task The_landing_page_has_the_links_that_the_standards_ask_for(string rel)
    {
        await using var app = await StartAsync();

        Assert.NotNull(OgcLinksOf.Href(await app.GetAsync("/ogc"), rel));
    }

    [Fact]
    public async Task The_conformance_classes_are_those_of_the_conformance_page()
    {
        await using var app = await StartAsync();

        var classes = (await app.GetAsync("/ogc/conformance")).GetProperty("conformsTo").EnumerateArray()
            .Select(name => name.GetString()!["http://www.opengis.net/spec/".Length..]).ToArray();

        var page = await File.ReadAllTextAsync(Path.Combine(
            TestKit.ReferenceData.RepositoryRoot, "docs", "reference", "conformance.md"));
        Assert.All(classes, name => Assert.Contains($"`{name}`", page, StringComparison.Ordinal));
        Assert.Contains("ogcapi-features-1/1.0/conf/core", classes, StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_collection_says_where_when_and_in_which_systems_it_is()
    {
        await using var app = await StartAsync();

        var list = await app.GetAsync("/ogc/collections");
        var units = await app.GetAsync("/ogc/collections/units");

        var listed = list.GetProperty("collections").EnumerateArray().Select(one => one.GetProperty("id").GetString());
        Assert.Superset(
            new HashSet<string?>(["units", "sites", "facilities", "zones", "routes"], StringComparer.Ordinal),
            listed.ToHashSet(StringComparer.Ordinal));
        var extent = units.GetProperty("extent");
        Assert.Equal(
            "[106,20,107,21]", JsonSerializer.Serialize(extent.GetProperty("spatial").GetProperty("bbox")[0]));
        Assert.Equal(
            "2020-01-01T00:00:00Z", extent.GetProperty("temporal").GetProperty("interval")[0][0].GetString());
        var systems = units.GetProperty("crs").EnumerateArray().Select(uri => uri.GetString()).ToArray();
        Assert.Equal("http://www.opengis.net/def/crs/OGC/1.3/CRS84", systems[0]);
        Assert.Contains("http://www.opengis.net/def/crs/EPSG/0/3405", systems, StringComparer.Ordinal);
        Assert.Equal("feature", units.GetProperty("itemType").GetString());
        Assert.NotNull(OgcLinksOf.Href(units, "http://www.opengis.net/def/rel/ogc/1.0/queryables"));
    }

    [Fact]
    public async Task Queryables_are_the_properties_and_the_geometry()
    {
        await using var app = await StartAsync();

        using var response = await app.Client.GetAsync("/ogc/collections/units/queryables");
        var schema = JsonElement.Parse(await response.Content.ReadAsStringAsync());
        var feature = await app.GetAsync("/ogc/collections/units/items/31");

        Assert.Equal("application/schema+json", response.Content.Headers.ContentType?.MediaType);
        var properties = schema.GetProperty("properties");
        Assert.Equal(
            feature.GetProperty("properties").EnumerateObject().Select(member => member.Name).Append("geometry"),
            properties.EnumerateObject().Select(member => member.Name),
            StringComparer.Ordinal);
        Assert.Equal("date", properties.GetProperty("validFrom").GetProperty("format").GetString());
        Assert.Equal("primary-geometry", properties.GetProperty("geometry").GetProperty("x-ogc-role").GetString());
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task A_document_is_a_page_for_browsers_and_json_for_programs(string path)
    {
        await using var app = await StartAsync();
        var json = await app.GetAsync(path);
        app.Client.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");

        using var page = await app.Client.GetAsync(path);
        var html = await page.Content.ReadAsStringAsync();
        using var forced = await app.Client.GetAsync(With(path, "f=json"));

        Assert.Equal(JsonValueKind.Object, json.ValueKind);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("<!doctype html>", html, StringComparison.Ordinal);
        Assert.EndsWith("json", forced.Content.Headers.ContentType?.MediaType?.Split(';')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_shows_names_as_they_are_and_markup_as_text()
    {
        await using var app = await StartAsync();

        var html = await app.Client.GetStringAsync(
            "/ogc/collections/units/items?f=html&filter=" + Uri.EscapeDataString("nameVi <> '<script>x</script>\"'"));

        Assert.Contains("Đơn vị 31", System.Net.WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<table>", html, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Unknown_parameters_are_refused_everywhere(string path)
    {
        await using var app = await StartAsync();

        var problem = await app.GetProblemAsync(
            With(path, "color=red"), 400);

        Assert.Equal("unknown_parameter", problem.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("/ogc/collections/boats")]
    [InlineData("/ogc/collections/boats/items")]
    [InlineData("/ogc/collections/boats/items/1")]
    [InlineData("/ogc/collections/boats/queryables")]
    [InlineData("/ogc/collections/boats/tiles")]
    [InlineData("/ogc/collections/boats/tiles/WebMercatorQuad/0/0/0")]
    public async Task A_collection_that_is_not_there_is_not_found(string path)
    {
        await using var app = await StartAsync();

        var problem = await app.GetProblemAsync(path, 404);

        Assert.Contains("boats", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_description_has_every_path_with_every_parameter_that_it_takes()
    {
        await using var app = await StartAsync();
        using var response = await app.Client.GetAsync("/ogc/api");
        var document = JsonElement.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal(
            "application/vnd.oai.openapi+json; version=3.0", response.Content.Headers.ContentType?.ToString());
        Assert.StartsWith("3.0.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal("http://localhost/ogc", document.GetProperty("servers")[0].GetProperty("url").GetString());
        var described = document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(operation => (
                Key: $"{operation.Name} {path.Name}", Parameters: Parameters(operation.Value))))
            .ToDictionary(one => one.Key, one => one.Parameters, StringComparer.Ordinal);
        var mapped = app.Service<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            // Paths of collections that are not there answer 404 and are none of the API.
            .Where(endpoint => Route(endpoint).StartsWith("/ogc", StringComparison.Ordinal)
                && !Route(endpoint).Contains("{collectionId}", StringComparison.Ordinal))
            .ToDictionary(
                endpoint => Method(endpoint) + " " + Route(endpoint)["/ogc".Length..]
                    .Replace("{tileMatrixSetId}", "WebMercatorQuad", StringComparison.Ordinal),
                endpoint => string.Join(
                    ' ',
                    endpoint.Metadata.GetRequiredMetadata<AcceptedQuery>().Parameters
                        .Select(parameter => parameter.Name).Order(StringComparer.Ordinal)),
                StringComparer.Ordinal);
        Assert.Equal(
            mapped.OrderBy(pair => pair.Key, StringComparer.Ordinal),
            described.OrderBy(pair => pair.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_client_that_sends_datetime_everywhere_is_not_turned_away()
    {
        await using var app = await StartAsync();

        // GDAL adds what stands after the URL to every request.
        foreach (var path in Documents.Where(path => !path.Contains("tileMatrixSets", StringComparison.Ordinal)))
        {
            using var response = await app.Client.GetAsync(With(path, "datetime=2025-06-30"));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }
    }

    private static string With(string path, string parameter) =>
        path + (path.Contains('?', StringComparison.Ordinal) ? '&' : '?') + parameter;

    private static string Method(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods[0].ToLowerInvariant();

    private static string Route(RouteEndpoint endpoint) => endpoint.RoutePattern.RawText ?? string.Empty;

    private static string Parameters(JsonElement operation) => string.Join(
        ' ',
        operation.GetProperty("parameters").EnumerateArray()
            .Where(parameter => parameter.GetProperty("in").ValueEquals("query"))
            .Select(parameter => parameter.GetProperty("name").GetString()).Order(StringComparer.Ordinal));

    private static Task<TwinApp> StartAsync() =>
        TwinApp.StartAsync(services: services => services.AddSingleton<IBoundarySource, DrawnBoundaries>());
}
