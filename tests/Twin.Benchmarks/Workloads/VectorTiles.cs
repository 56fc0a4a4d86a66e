using System.Diagnostics;
using System.Globalization;
using Twin.Geo.Formats;
using Twin.Geo.Tiles;
using Twin.Model.Space;
using Twin.TestKit;

namespace Twin.Benchmarks.Workloads;

/// <summary>
/// W7: vector tiles of the communes of 2024, none of them kept: encoding alone on one core, and the real program over
/// HTTP with its client on the same machine.
/// </summary>
internal static class VectorTiles
{
    private const int Tiles = 20_000;
    private const int CoarsestMatrix = 10;
    private const int FinestMatrix = 13;

    public static async Task RunAsync(BenchmarkReport report)
    {
        Encode(report, "surveyed boundaries", BenchmarkBoundaries.Communes());
        using var folder = new TemporaryFolder();
        var environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["TWIN_API__MAXTILESKEPT"] = "0" };
        await using var twin = await TwinProcess.StartCityAsync(environment, folder.Path, "--no-demo");
        await HttpLoad.MeasureAsync(
            report, "W7 tile of communes over HTTP, 8 clients", random => twin.Client.GetAsync(PathOf(Pick(random))));
    }

    private static void Encode(BenchmarkReport report, string name, GeoJsonFeature[] communes)
    {
        var tileset = new VectorTileset("units", communes.Select((commune, i) => new TileFeature(
            (ulong)i,
            commune.Geometry,
            [
                new("code", new TileValue.Text(commune.Property("code")?.GetString() ?? string.Empty)),
                new("nameVi", new TileValue.Text(Name(commune))),
            ])));
        var random = new Random(7);
        var tiles = Enumerable.Range(0, Tiles).Select(_ => Pick(random)).ToArray();
        var bytes = tiles.Sum(tile => (long)(tileset.Encode(tile)?.Length ?? 0));
        var started = Stopwatch.GetTimestamp();
        foreach (var tile in tiles)
        {
            tileset.Encode(tile);
        }

        var rate = Tiles / Stopwatch.GetElapsedTime(started).TotalSeconds;
        report.Row(
            $"W7 encoding alone, one core, {name}",
            $"{rate:N0}/s",
            $"{communes.Sum(commune => commune.Geometry?.NumPoints ?? 0):N0} points, {bytes / Tiles:N0} bytes a tile");
    }

    private static string Name(GeoJsonFeature commune) =>
        (commune.Property("name_vi") ?? commune.Property("nameVi"))?.GetString() ?? string.Empty;

    private static Tile Pick(Random random)
    {
        var box = BenchmarkBoundaries.Box;
        return Tile.Holding(
            new GeoPosition(
                box.MinX + (random.NextDouble() * box.Width), box.MinY + (random.NextDouble() * box.Height)),
            random.Next(CoarsestMatrix, FinestMatrix + 1));
    }

    private static string PathOf(Tile tile) => string.Create(
        CultureInfo.InvariantCulture,
        $"/ogc/collections/units/tiles/WebMercatorQuad/{tile.Matrix}/{tile.Row}/{tile.Column}"
        + $"?datetime=2024-12-31&level=commune");
}
