using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Twin.Api.Features;
using Twin.Geo.Tiles;
using Twin.Model.Space;

namespace Twin.Api.Tests.Ogc;

public sealed class TileTests
{
    private const string Tileset = "/ogc/collections/units/tiles/WebMercatorQuad";

    private static readonly string Path = PathOf(106.5, 20.5, 9);

    [Fact]
    public async Task A_tile_has_the_units_of_the_day_that_is_asked_for()
    {
        await using var app = await StartAsync();

        var before = await TextAsync(app, $"{Path}?datetime=2025-06-30");
        var after = await TextAsync(app, $"{Path}?datetime=2025-06-30T18:00:00Z"); // 1 July in Vietnam.
        var today = await TextAsync(app, Path);

        Assert.Contains("Đơn vị 301", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Đơn vị 20001", before, StringComparison.Ordinal);
        Assert.Contains("Đơn vị 20001", after, StringComparison.Ordinal);
        Assert.DoesNotContain("Đơn vị 301", after, StringComparison.Ordinal);
        Assert.Equal(after, today);
    }

    [Fact]
    public async Task A_tile_can_be_of_one_level()
    {
        await using var app = await StartAsync();

        var districts = await TextAsync(app, $"{Path}?datetime=2025-06-30&level=district");

        Assert.Contains("Đơn vị 301", districts, StringComparison.Ordinal);
        Assert.DoesNotContain("Đơn vị 10002", districts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_tile_is_not_sent_again_and_a_changed_one_is()
    {
        await using var app = await StartAsync();
        using var first = await app.Client.GetAsync($"{Path}?datetime=2026-12-31");
        app.Client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);

        using var same = await app.Client.GetAsync($"{Path}?datetime=2026-12-31");
        await app.ChangeAsync(DrawnBoundaries.Renaming);
        using var changed = await app.Client.GetAsync($"{Path}?datetime=2026-12-31");

        Assert.Equal("application/vnd.mapbox-vector-tile", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.NotEqual(first.Headers.ETag, changed.Headers.ETag);
        Assert.Contains("Một", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("gzip;q=0.5, br", true)]
    [InlineData("gzip;q=0", false)]
    [InlineData("identity", false)]
    public async Task A_tile_is_compressed_for_those_who_take_it(string accepted, bool isCompressed)
    {
        await using var app = await StartAsync();
        var plain = await app.Client.GetByteArrayAsync(Path);
        app.Client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Encoding", accepted);

        using var response = await app.Client.GetAsync(Path);
        var bytes = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal(isCompressed ? "gzip" : null, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Contains("Accept-Encoding", response.Headers.Vary, StringComparer.Ordinal);
        await using var stream = isCompressed
            ? new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress)
            : (Stream)new MemoryStream(bytes);
        var buffer = new MemoryStream();
        await stream.CopyToAsync(buffer);
        Assert.Equal(plain, buffer.ToArray());
    }

    [Fact]
    public async Task A_tile_of_the_sea_has_nothing_in_it()
    {
        await using var app = await StartAsync();

        using var response = await app.Client.GetAsync(PathOf(120, 10, 9));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Theory]
    [InlineData("/17/0/0")]
    [InlineData("/3/8/0")]
    [InlineData("/3/0/8")]
    [InlineData("/-1/0/0")]
    [InlineData("/x/0/0")]
    [InlineData("/3/0/99999999999")]
    public async Task A_tile_out_of_range_is_not_found(string tile)
    {
        await using var app = await StartAsync();

        var problem = await app.GetProblemAsync(Tileset + tile, 404);

        Assert.Contains("0 to 16", problem.GetProperty("hint").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ogc/collections/boats/tiles", "collection")]
    [InlineData("/ogc/collections/boats/tiles/WebMercatorQuad/0/0/0", "collection")]
    [InlineData("/ogc/collections/units/tiles/WorldCRS84Quad", "tile matrix set")]
    [InlineData("/ogc/collections/units/tiles/WorldCRS84Quad/0/0/0", "tile matrix set")]
    [InlineData("/ogc/tileMatrixSets/WorldCRS84Quad", "tile matrix set")]
    public async Task What_is_not_there_is_said_to_be_so(string path, string what)
    {
        await using var app = await StartAsync();

        var problem = await app.GetProblemAsync(path, 404);

        Assert.Contains(what, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("datetime=yesterday", "datetime")]
    [InlineData("datetime=2024-01-01/2025-01-01", "one day")]
    [InlineData("level=village", "city, district, commune")]
    [InlineData("tile=1", "datetime, level")]
    public async Task Bad_parameters_are_refused(string query, string hint)
    {
        await using var app = await StartAsync();

        var problem = await app.GetProblemAsync($"{Path}?{query}", 400);

        Assert.Contains(
            hint, problem.GetProperty("hint").GetString() + problem.GetProperty("detail").GetString(),
            StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task TileJSON_leads_to_the_tiles_of_its_day()
    {
        await using var app = await StartAsync();

        var document = await app.GetAsync($"{Tileset}?f=tilejson&datetime=2025-06-30");

        var template = document.GetProperty("tiles")[0].GetString()!;
        var tile = Tile.Holding(new GeoPosition(106.5, 20.5), 9);
        var url = template
            .Replace("{z}", Text(tile.Matrix), StringComparison.Ordinal)
            .Replace("{y}", Text(tile.Row), StringComparison.Ordinal)
            .Replace("{x}", Text(tile.Column), StringComparison.Ordinal);
        Assert.StartsWith("http://localhost/ogc/", url, StringComparison.Ordinal);
        Assert.Contains("Đơn vị 301", await TextAsync(app, new Uri(url).PathAndQuery), StringComparison.Ordinal);
        Assert.Equal([106, 20, 107, 21], document.GetProperty("bounds").EnumerateArray().Select(n => n.GetDouble()));
        Assert.Equal(16, document.GetProperty("maxzoom").GetInt32());
        var layer = Assert.Single(document.GetProperty("vector_layers").EnumerateArray());
        Assert.True(layer.GetProperty("fields").TryGetProperty("nameVi", out _));
    }

    [Fact]
    public async Task The_links_lead_from_the_list_of_tilesets_to_tiles_and_their_matrix_set()
    {
        await using var app = await StartAsync();

        var list = await app.GetAsync("/ogc/collections/units/tiles?datetime=2025-06-30");
        var tileset = Assert.Single(list.GetProperty("tilesets").EnumerateArray());
        var self = await app.GetAsync(Href(tileset, "self"));
        var template = Href(self, "item");
        var matrixSet = await app.GetAsync(
            Href(self, "http://www.opengis.net/def/rel/ogc/1.0/tiling-scheme"));

        Assert.Contains("{tileMatrix}/{tileRow}/{tileCol}", template, StringComparison.Ordinal);
        Assert.EndsWith("datetime=2025-06-30", template, StringComparison.Ordinal);
        Assert.Equal("vector", self.GetProperty("dataType").GetString());
        Assert.Equal(106, self.GetProperty("boundingBox").GetProperty("lowerLeft")[0].GetDouble());
        var matrices = matrixSet.GetProperty("tileMatrices");
        Assert.Equal(17, matrices.GetArrayLength());
        Assert.Equal(559082264.0287178, matrices[0].GetProperty("scaleDenominator").GetDouble(), 1e-3);
        Assert.Equal(65536, matrices[16].GetProperty("matrixWidth").GetInt32());
        Assert.Equal(
            "WebMercatorQuad",
            (await app.GetAsync("/ogc/tileMatrixSets")).GetProperty("tileMatrixSets")[0].GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("/ogc/tileMatrixSets")]
    [InlineData("/ogc/tileMatrixSets/WebMercatorQuad")]
    [InlineData("/ogc/collections/units/tiles")]
    [InlineData(Tileset)]
    public async Task Documents_are_pages_for_browsers(string path)
    {
        await using var app = await StartAsync();
        app.Client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));

        using var page = await app.Client.GetAsync(path);
        var json = await app.GetAsync($"{path}?f=json");

        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        Assert.Contains(
            "<a href=\"http://localhost/ogc/", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Object, json.ValueKind);
    }

    [Fact]
    public async Task Tiles_are_made_anew_where_none_are_kept()
    {
        await using var app = await TwinApp.StartAsync(
            options => options.MaxTilesKept = 0, services => services.AddSingleton<IBoundarySource, DrawnBoundaries>());

        Assert.Equal(await TextAsync(app, Path), await TextAsync(app, Path));
    }

    private static string Href(JsonElement document, string rel) => document.GetProperty("links").EnumerateArray()
        .Where(link => link.GetProperty("rel").ValueEquals(rel))
        .Select(link => link.GetProperty("href").GetString()!).First(); // Links have one.

    private static async Task<string> TextAsync(TwinApp app, string path)
    {
        using var response = await app.Client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());
    }

    private static string PathOf(double longitude, double latitude, int matrix)
    {
        var tile = Tile.Holding(new GeoPosition(longitude, latitude), matrix);
        return string.Create(CultureInfo.InvariantCulture, $"{Tileset}/{matrix}/{tile.Row}/{tile.Column}");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Task<TwinApp> StartAsync() =>
        TwinApp.StartAsync(services: services => services.AddSingleton<IBoundarySource, DrawnBoundaries>());
}
