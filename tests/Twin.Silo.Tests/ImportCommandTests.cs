using Twin.TestKit;

namespace Twin.Silo.Tests;

/// <summary>Map files sent to the real program by its command.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private const string Map = "/v1/boundaries?date=2024-12-31";

    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Imported_boundaries_survive_a_kill_and_a_backup()
    {
        var file = Path.Combine(_folder.Path, "communes.gpkg");
        var backup = Path.Combine(_folder.Path, "city.twin");
        string drawn, imported;
        await using (var twin = await TwinProcess.StartCityAsync(Data, "--no-demo"))
        {
            drawn = await twin.Client.GetStringAsync(Map);
            await File.WriteAllBytesAsync(file, await twin.Client.GetByteArrayAsync(
                "/v1/exports/boundaries?date=2024-12-31&level=commune&format=geopackage&crs=EPSG:3405"));
            var url = twin.Client.BaseAddress!.OriginalString; // The program was started with one.
            string[] command = ["import", "boundaries", file, "--date", "2024-12-31", "--url", url];
            var (dryCode, dry) = await TwinProcess.RunAsync([.. command, "--dry-run"]);
            Assert.True(dryCode == 0, dry);
            Assert.Contains("Nothing was changed", dry, StringComparison.Ordinal);
            Assert.Equal(drawn, await twin.Client.GetStringAsync(Map));

            var (code, output) = await TwinProcess.RunAsync(command);
            Assert.True(code == 0, output);
            Assert.Contains("217 of 217", output, StringComparison.Ordinal);
            imported = await twin.Client.GetStringAsync(Map);
            Assert.NotEqual(drawn, imported, StringComparer.Ordinal);
            await twin.KillAsync();
        }

        await using (var again = await TwinProcess.StartCityAsync(Data, "--no-demo"))
        {
            Assert.Equal(imported, await again.Client.GetStringAsync(Map));
        }

        var saved = await TwinProcess.RunAsync("backup", backup, "--data", Data);
        Assert.True(saved.ExitCode == 0, saved.Output);
        var other = Path.Combine(_folder.Path, "other");
        var restored = await TwinProcess.RunAsync("restore", backup, "--data", other);
        Assert.True(restored.ExitCode == 0, restored.Output);
        await using var moved = await TwinProcess.StartCityAsync(other, "--no-demo");
        Assert.Equal(imported, await moved.Client.GetStringAsync(Map));
    }

    [Fact]
    public async Task What_is_left_out_is_written_down_beside_the_file()
    {
        var file = Path.Combine(_folder.Path, "two.geojsons");
        await using var twin = await TwinProcess.StartCityAsync(Data, "--no-demo");
        var url = twin.Client.BaseAddress!.OriginalString; // The program was started with one.
        var ward = await twin.Client.GetStringAsync(
            "/v1/exports/boundaries?date=2024-12-31&level=commune&unit=11296&format=geojsonseq");
        await File.WriteAllTextAsync(file, ward + ward.Replace("11296", "99999", StringComparison.Ordinal));
        // By codes alone: the names of both are those of one ward.
        var mapping = Path.Combine(_folder.Path, "mapping.json");
        await File.WriteAllTextAsync(mapping, """{ "code": "code", "name": "none" }""");

        var (code, output) = await TwinProcess.RunAsync(
            "import", "boundaries", file, "--map", mapping, "--date", "2024-12-31", "--url", url);

        Assert.True(code == 1, output);
        var errors = await File.ReadAllTextAsync(file + ".errors.csv");
        Assert.Contains("unknown_unit", errors, StringComparison.Ordinal);
        Assert.Contains("99999", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_city_that_is_not_there_and_a_file_that_is_not_there_are_told()
    {
        var file = Path.Combine(_folder.Path, "a.geojson");
        await File.WriteAllTextAsync(file, "{}");

        var (code, output) = await TwinProcess.RunAsync("import", "boundaries", file, "--url", "http://127.0.0.1:9");
        var missing = await TwinProcess.RunAsync("import", "boundaries", file + ".no", "--url", "http://127.0.0.1:9");

        Assert.Equal((2, 2), (code, missing.ExitCode));
        Assert.Contains("--url", output, StringComparison.Ordinal);
        Assert.Contains("unreadable_file", missing.Output, StringComparison.Ordinal);
    }
}
