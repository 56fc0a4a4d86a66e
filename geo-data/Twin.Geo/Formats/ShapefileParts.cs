using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Twin.Geo.Formats;

/// <summary>The files that a shapefile is made of, in memory.</summary>
/// <param name="Shapes">The .shp.</param>
/// <param name="Table">The .dbf; <c>null</c> where it is missing.</param>
/// <param name="Projection">The text of the .prj; <c>null</c> where it is missing.</param>
/// <param name="Charset">The text of the .cpg; <c>null</c> where it is missing.</param>
internal sealed record ShapefileParts(byte[] Shapes, byte[]? Table, string? Projection, string? Charset)
{
    /// <summary>The extensions of the files that are read.</summary>
    public static readonly string[] Extensions = [".shp", ".shx", ".dbf", ".prj", ".cpg"];

    private const int MaxEntries = 1_000;
    private const int MaxTextBytes = 1 << 20;

    /// <summary>Those in a zip, which must hold one shapefile.</summary>
    public static ShapefileParts FromZip(Stream stream, MapReadOptions options)
    {
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Count > MaxEntries)
            {
                throw Malformed("The zip holds too many files.");
            }

            ZipArchiveEntry[] shapes =
            [
                .. zip.Entries.Where(entry => Has(entry.Name, ".shp") && IsChosen(entry, options.Layer)),
            ];
            if (shapes is not [var one])
            {
                throw new MapFileException(
                    "choose_layer",
                    string.Create(CultureInfo.InvariantCulture, $"The zip holds {shapes.Length} shapefiles."),
                    "Send one .shp with its .dbf, .prj and .cpg, or name it as the layer.");
            }

            var stem = one.FullName[..^4];
            byte[]? Part(string extension, long limit) => zip.Entries.FirstOrDefault(entry =>
                string.Equals(entry.FullName, stem + extension, StringComparison.OrdinalIgnoreCase)) is { } entry
                ? Inflate(entry, limit)
                : null;
            return new ShapefileParts(
                Inflate(one, options.MaxBytes),
                Part(".dbf", options.MaxBytes),
                Text(Part(".prj", MaxTextBytes)),
                Text(Part(".cpg", MaxTextBytes)));
        }
        catch (InvalidDataException exception)
        {
            throw new MapFileException("malformed_shapefile", "The zip is damaged.", "Pack it anew.", exception);
        }
    }

    /// <summary>Those that lie beside a .shp.</summary>
    public static ShapefileParts FromFolder(string path, MapReadOptions options)
    {
        byte[]? Part(string extension, long limit)
        {
            var beside = Path.ChangeExtension(path, extension);
            var found = File.Exists(beside) ? beside : Path.ChangeExtension(path, extension.ToUpperInvariant());
            return !File.Exists(found) ? null
                : new FileInfo(found).Length <= limit ? File.ReadAllBytes(found) : throw TooLarge(extension, limit);
        }

        return new ShapefileParts(
            Part(".shp", options.MaxBytes) ?? throw Malformed("There is no .shp."),
            Part(".dbf", options.MaxBytes),
            Text(Part(".prj", MaxTextBytes)),
            Text(Part(".cpg", MaxTextBytes)));
    }

    private static bool Has(string name, string extension) =>
        name.EndsWith(extension, StringComparison.OrdinalIgnoreCase)
        && !name.StartsWith("._", StringComparison.Ordinal);

    private static bool IsChosen(ZipArchiveEntry entry, string? layer) =>
        layer is null
        || string.Equals(Path.GetFileNameWithoutExtension(entry.Name), layer, StringComparison.OrdinalIgnoreCase);

    private static string? Text(byte[]? bytes) => bytes is null ? null : Encoding.Latin1.GetString(bytes).Trim();

    private static MapFileException TooLarge(string extension, long limit) => new(
        "file_too_large",
        string.Create(CultureInfo.InvariantCulture, $"The {extension} has more than {limit} bytes."),
        "Cut the file into several.");

    private static MapFileException Malformed(string detail) =>
        new("malformed_shapefile", detail, "Send .shp, .dbf, .prj and .cpg, together in a zip.");

    // What an entry says of its length is not believed: reading stops at the limit.
    private static byte[] Inflate(ZipArchiveEntry entry, long limit)
    {
        if (entry.Length > limit)
        {
            throw TooLarge(Path.GetExtension(entry.Name), limit);
        }

        using var inflated = entry.Open();
        using var memory = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = inflated.Read(buffer)) > 0;)
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > limit)
            {
                throw TooLarge(Path.GetExtension(entry.Name), limit);
            }
        }

        return memory.ToArray();
    }
}
