using NetTopologySuite.Geometries;
using Twin.Geo.Formats;
using Twin.TestKit;

namespace Twin.Benchmarks;

/// <summary>
/// The 217 communes of 2024: as surveyed where the reference data lies beside the repository, else as the dataset draws
/// them.
/// </summary>
internal static class BenchmarkBoundaries
{
    // The box that random positions and tiles are taken from, with the sea around.
    public static readonly Envelope Box = new(106.4, 107.8, 20.4, 21.1);

    private const string Reference = "../shared/data/reference/boundaries/haiphong/pre2025_l3_communes.geojson";
    private const string Schematic = "boundaries-schematic-2024.geojson";

    /// <summary>The file that the dataset's communes of 2024 are in, with districts and the city.</summary>
    public static string OfDataset => Path.Combine(ReferenceData.DatasetFolder("hai-phong"), Schematic);

    /// <summary>The best boundaries that there are.</summary>
    public static string File()
    {
        var reference = Path.GetFullPath(Path.Combine(ReferenceData.RepositoryRoot, Reference));
        return System.IO.File.Exists(reference) ? reference : OfDataset;
    }

    public static GeoJsonFeature[] Communes()
    {
        if (!GeoJsonFeatureReader.TryRead(System.IO.File.ReadAllBytes(File()), out var features, out var refusal))
        {
            throw new InvalidOperationException(refusal.Detail);
        }

        // The dataset's file has districts and the city as well; codes of communes have five digits.
        return [.. features.Where(feature => feature.Property("code")?.GetString()?.Length == 5)];
    }
}
