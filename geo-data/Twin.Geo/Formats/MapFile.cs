using System.Globalization;

namespace Twin.Geo.Formats;

/// <summary>Opens map files of any of the forms, which their first bytes tell apart. Stateless.</summary>
public static class MapFile
{
    private const int HeadBytes = 4_096;

    /// <summary>
    /// Opens a file; throws <see cref="MapFileException"/> where it is no map file. A .shp is read with what lies
    /// beside it.
    /// </summary>
    public static MapFileReader Open(string path, MapReadOptions options)
    {
        var info = new FileInfo(path);
        if (info.Length > options.MaxBytes)
        {
            throw new MapFileException(
                "file_too_large",
                string.Create(CultureInfo.InvariantCulture, $"The file has {info.Length} bytes."),
                string.Create(CultureInfo.InvariantCulture, $"At most {options.MaxBytes} are read."));
        }

        switch (FormatOf(path))
        {
            case MapFormat.GeoPackage:
                return new GeoPackageReader(path, options);
            case MapFormat.Shapefile when Path.GetExtension(path).Equals(".shp", StringComparison.OrdinalIgnoreCase):
                return new ShapefileReader(ShapefileParts.FromFolder(path, options), options);
            case MapFormat.Shapefile:
                using (var stream = OpenShared(path))
                {
                    return new ShapefileReader(ShapefileParts.FromZip(stream, options), options);
                }

            case MapFormat.GeoJson:
                var bytes = ReadAll(path);
                return GeoJsonSequenceReader.IsLines(bytes)
                    ? new GeoJsonSequenceReader(bytes, options)
                    : new GeoJsonFileReader(bytes, options);
            case MapFormat.GeoJsonSequence:
                return new GeoJsonSequenceReader(ReadAll(path), options);
            default:
                return new CsvMapReader(ReadAll(path), options);
        }
    }

    private static MapFormat FormatOf(string path)
    {
        var head = new byte[HeadBytes];
        using var stream = OpenShared(path);
        var start = head.AsSpan(0, stream.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false));
        if (start.StartsWith("SQLite format 3\0"u8))
        {
            return MapFormat.GeoPackage;
        }

        if (start is [(byte)'P', (byte)'K', ..] or [0x00, 0x00, 0x27, 0x0A, ..])
        {
            return MapFormat.Shapefile;
        }

        var text = (start.StartsWith("\uFEFF"u8) ? start[3..] : start).TrimStart(" \t\r\n"u8);
        return text switch
        {
            [GeoJsonSequenceReader.RecordSeparator, ..] => MapFormat.GeoJsonSequence,
            [(byte)'{' or (byte)'[', ..] => MapFormat.GeoJson,
            [] => throw new MapFileException("empty_file", "The file is empty.", "Send a map file."),
            _ => MapFormat.Csv,
        };
    }

    // An uploaded file is still held open by whoever took it in, and goes when that closes it.
    private static FileStream OpenShared(string path) => new(
        path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    private static byte[] ReadAll(string path)
    {
        using var stream = OpenShared(path);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
