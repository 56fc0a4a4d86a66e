using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using Twin.Geo.Coordinates;

namespace Twin.Geo.Formats;

/// <summary>
/// Writes a shapefile in a zip: .shp, .shx, .dbf, .prj and .cpg, its texts in UTF-8. A shapefile holds one kind of
/// geometry, and names of ten bytes at most. Stateless.
/// </summary>
internal static class ShapefileWriter
{
    private const int HeaderBytes = 100;
    private const int Version = 1_000;

    /// <summary>Writes the features, which are in the coordinates of the system.</summary>
    public static void Write(
        IReadOnlyList<GeoJsonFeature> features, string layer, CoordinateReferenceSystem crs, Stream output)
    {
        var type = TypeOf(features);
        using var shapes = new MemoryStream();
        using var index = new MemoryStream();
        var box = new Envelope();
        var header = new byte[8];
        for (var i = 0; i < features.Count; i++)
        {
            var content = Content(features[i].Geometry, type);
            BinaryPrimitives.WriteInt32BigEndian(header, (int)(HeaderBytes + shapes.Length) / 2);
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), content.Length / 2);
            index.Write(header);
            BinaryPrimitives.WriteInt32BigEndian(header, i + 1);
            shapes.Write(header);
            shapes.Write(content);
            box.ExpandToInclude(features[i].Geometry?.EnvelopeInternal ?? new Envelope());
        }

        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Add(zip, layer + ".shp", [.. Header(shapes.Length, type, box), .. shapes.ToArray()]);
        Add(zip, layer + ".shx", [.. Header(index.Length, type, box), .. index.ToArray()]);
        Add(zip, layer + ".dbf", DbfWriter.Write(features));
        Add(zip, layer + ".prj", Encoding.ASCII.GetBytes(ProjectionText.Of(crs) ?? string.Empty));
        Add(zip, layer + ".cpg", "UTF-8"u8.ToArray());
    }

    private static int TypeOf(IReadOnlyList<GeoJsonFeature> features)
    {
        int[] types =
        [
            .. features.Select(feature => feature.Geometry).OfType<Geometry>().Select(geometry => geometry switch
            {
                Point => 1,
                LineString or MultiLineString => 3,
                Polygon or MultiPolygon => 5,
                MultiPoint => 8,
                _ => throw Mixed(),
            }).Distinct(),
        ];
        return types switch { [] => 0, [var only] => only, _ => throw Mixed() };
    }

    private static MapFileException Mixed() => new(
        "mixed_geometries", "A shapefile holds points, lines or polygons, not several of them.",
        "Choose another form, or export each kind by itself.");

    private static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(bytes);
    }

    private static byte[] Header(long contentBytes, int type, Envelope box)
    {
        var header = new byte[HeaderBytes];
        BinaryPrimitives.WriteInt32BigEndian(header, 9994);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(24), (int)(HeaderBytes + contentBytes) / 2);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(28), Version);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(32), type);
        WriteBox(header.AsSpan(36), box);
        return header;
    }

    private static void WriteBox(Span<byte> into, Envelope box)
    {
        Span<double> sides = box.IsNull ? [0, 0, 0, 0] : [box.MinX, box.MinY, box.MaxX, box.MaxY];
        for (var side = 0; side < sides.Length; side++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(into[(8 * side)..], sides[side]);
        }
    }

    private static byte[] Content(Geometry? geometry, int type)
    {
        if (geometry is null or { IsEmpty: true })
        {
            return new byte[4];
        }

        if (geometry is Point point)
        {
            var bytes = new byte[20];
            bytes[0] = 1;
            WritePosition(bytes.AsSpan(4), point.Coordinate);
            return bytes;
        }

        Coordinate[][] parts = [.. Parts(geometry)];
        var isParted = type != 8;
        var head = isParted ? 44 + (4 * parts.Length) : 40;
        var content = new byte[head + (16 * parts.Sum(part => part.Length))];
        content[0] = (byte)type;
        WriteBox(content.AsSpan(4), geometry.EnvelopeInternal);
        if (isParted)
        {
            BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(36), parts.Length);
        }

        BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(isParted ? 40 : 36), parts.Sum(part => part.Length));
        var written = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            if (isParted)
            {
                BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(44 + (4 * i)), written);
            }

            foreach (var position in parts[i])
            {
                WritePosition(content.AsSpan(head + (16 * written++)), position);
            }
        }

        return content;
    }

    private static void WritePosition(Span<byte> into, Coordinate position)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(into, position.X);
        BinaryPrimitives.WriteDoubleLittleEndian(into[8..], position.Y);
    }

    // Outer rings clockwise, inner ones counter-clockwise: the other way round than in GeoJSON.
    private static IEnumerable<Coordinate[]> Parts(Geometry geometry) => geometry switch
    {
        Polygon polygon =>
        [
            Turned(polygon.ExteriorRing, isCounterClockwise: false),
            .. polygon.InteriorRings.Select(hole => Turned(hole, isCounterClockwise: true)),
        ],
        LineString line => [line.Coordinates],
        MultiPoint points => [points.Coordinates],
        _ => Enumerable.Range(0, geometry.NumGeometries).SelectMany(i => Parts(geometry.GetGeometryN(i))),
    };

    private static Coordinate[] Turned(LineString ring, bool isCounterClockwise) =>
        Orientation.IsCCW(ring.CoordinateSequence) == isCounterClockwise
            ? ring.Coordinates
            : [.. ring.Coordinates.Reverse()];
}
