using Twin.Geo.Datasets;
using Twin.Geo.Schematic;
using Twin.Geo.Tests.Datasets;
using Xunit;

namespace Twin.Geo.Tests.Schematic;

public sealed class SchematicBoundaryFilesTests
{
    [Fact]
    public async Task The_files_named_by_the_manifest_are_written_and_can_be_read()
    {
        using var dataset = WithFiles("2024-01-01", "2025-01-01");

        var written = await SchematicBoundaryFiles.WriteAsync(dataset.Folder, Read(dataset, withBoundaries: false));

        var sets = Read(dataset, withBoundaries: true).Boundaries;
        Assert.Equal(["a.geojson", "b.geojson"], written, StringComparer.Ordinal);
        Assert.Equal(["1", "11", "12"], sets[0].Units.Select(u => u.Code.Value), StringComparer.Ordinal);
        Assert.Equal(["1", "13"], sets[1].Units.Select(u => u.Code.Value), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_file_that_begins_on_no_change_of_the_units_is_refused()
    {
        using var dataset = WithFiles("2024-01-01", "2025-01-02");
        var read = Read(dataset, withBoundaries: false);

        var refusal = await Assert.ThrowsAsync<ArgumentException>(
            () => SchematicBoundaryFiles.WriteAsync(dataset.Folder, read));

        Assert.Contains("b.geojson", refusal.Message, StringComparison.Ordinal);
    }

    private static SmallDataset WithFiles(string first, string second)
    {
        var dataset = new SmallDataset();
        dataset.Spoil("dataset.json", "\"sources\":", $$"""
            "boundaries": [
                { "file": "b.geojson", "validFrom": "{{second}}", "isSchematic": true },
                { "file": "a.geojson", "validFrom": "{{first}}", "validTo": "2024-12-31", "isSchematic": true }
              ],
              "sources":
            """);
        return dataset;
    }

    private static CityDataset Read(SmallDataset dataset, bool withBoundaries) =>
        Assert.IsType<DatasetReading.Loaded>(
            dataset.Read(new DatasetReaderOptions { WithBoundaries = withBoundaries })).Dataset;
}
