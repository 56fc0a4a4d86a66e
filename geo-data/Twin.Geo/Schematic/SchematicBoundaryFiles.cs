using System.Collections.Immutable;
using Twin.Geo.Datasets;

namespace Twin.Geo.Schematic;

/// <summary>Writes the schematic boundary files of a dataset: the tool behind the committed ones.</summary>
public static class SchematicBoundaryFiles
{
    /// <summary>
    /// Builds schematic boundaries and writes them to the schematic files that <c>dataset.json</c> names, matched by
    /// their first day. The dataset is best read without boundaries, since the files may not exist yet. Gives back the
    /// names of the files written; throws <see cref="ArgumentException"/> as
    /// <see cref="SchematicBoundaries.Build"/> does, and where no map begins on the first day of a file.
    /// </summary>
    public static async Task<ImmutableArray<string>> WriteAsync(
        string directory, CityDataset dataset, CancellationToken cancellationToken = default)
    {
        var sets = SchematicBoundaries.Build(dataset.Tables);
        var files = dataset.BoundaryFiles.Where(f => f.IsSchematic).ToList();
        foreach (var file in files)
        {
            var set = sets.FirstOrDefault(s => s.ValidFrom == file.ValidFrom)
                ?? throw new ArgumentException(
                    $"No units change on {file.ValidFrom:O}, the first day of {file.File}.", nameof(dataset));
            await File.WriteAllBytesAsync(Path.Combine(directory, file.File), set.ToGeoJson(), cancellationToken);
        }

        return [.. files.Select(f => f.File)];
    }
}
