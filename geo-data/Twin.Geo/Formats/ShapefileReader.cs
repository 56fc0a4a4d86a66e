using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;
using Twin.Geo.Repair;

namespace Twin.Geo.Formats;

/// <summary>
/// Reads a shapefile ("ESRI Shapefile Technical Description", July 1998): records in their order, with the rows of the
/// .dbf beside them. Third and fourth coordinates are dropped. Every length is checked against the bytes there are.
/// </summary>
internal sealed class ShapefileReader : MapFileReader
{
    private const int HeaderBytes = 100;
    private const int FileCode = 9994;
    private const int RecordHeaderBytes = 8;
    private const string Hint = "Write the shapefile anew.";

    private readonly ShapefileParts _parts;
    private readonly DbfTable? _table;

    /// <summary>Takes the files; throws where the .shp is none.</summary>
    public ShapefileReader(ShapefileParts parts, MapReadOptions options)
        : base(options)
    {
        _parts = parts;
        var shapes = parts.Shapes;
        if (shapes.Length < HeaderBytes || BinaryPrimitives.ReadInt32BigEndian(shapes) != FileCode)
        {
            throw new MapFileException("malformed_shapefile", "The .shp does not begin as one.", Hint);
        }

        _table = parts.Table is { } table ? new DbfTable(table, options.Charset, parts.Charset) : null;
    }

    /// <inheritdoc/>
    public override MapFormat Format => MapFormat.Shapefile;

    /// <inheritdoc/>
    public override string? DeclaredCrs => ProjectionText.ToCrs(_parts.Projection);

    /// <inheritdoc/>
    protected override IEnumerable<MapFeature> ReadFeatures()
    {
        var offset = HeaderBytes;
        for (var number = 1; offset < _parts.Shapes.Length; number++)
        {
            var content = ReadRecord(ref offset, number);
            if (_table?.IsDeleted(number - 1) is true)
            {
                continue;
            }

            yield return ReadFeature(content, number);
        }
    }

    private ReadOnlyMemory<byte> ReadRecord(ref int offset, int number)
    {
        var rest = _parts.Shapes.AsSpan(offset);
        var length = rest.Length < RecordHeaderBytes ? -1L : 2L * BinaryPrimitives.ReadInt32BigEndian(rest[4..]);
        if (length < 4 || length > rest.Length - RecordHeaderBytes)
        {
            throw new MapFileException(
                "malformed_shapefile",
                string.Create(CultureInfo.InvariantCulture, $"Record {number} of the .shp ends too early."),
                Hint);
        }

        var content = _parts.Shapes.AsMemory(offset + RecordHeaderBytes, (int)length);
        offset += RecordHeaderBytes + (int)length;
        return content;
    }

    private MapFeature ReadFeature(ReadOnlyMemory<byte> content, int number)
    {
        try
        {
            var shapes = ShapeBuilder.Lenient(Options.MaxVertices);
            var notes = new List<RepairNote>();
            var geometry = ReadShape(content.Span, shapes, notes);
            ImmutableArray<KeyValuePair<string, JsonElement>> properties =
                _table is null ? [] : _table.Row(number - 1);
            return MapFeature.Of(
                number, 0, new GeoJsonFeature(null, geometry, properties), [.. shapes.Notes, .. notes]);
        }
        catch (MapFileException exception)
        {
            return new MapFeature(number, 0, null, exception.Refusal, []);
        }
        catch (FormatException exception)
        {
            return MapFeature.Refused(number, 0, "malformed_geometry", exception.Message, Hint);
        }
    }

    private static Geometry? ReadShape(ReadOnlySpan<byte> bytes, ShapeBuilder shapes, List<RepairNote> notes)
    {
        var type = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        switch (type % 10)
        {
            case 0 when type == 0:
                return null;
            case 1 when type <= 21:
                return ShapeBuilder.Factory.CreatePoint(Position(bytes, 4, shapes));
            case 8 when type <= 28:
                return ShapeBuilder.Factory.CreateMultiPointFromCoords(
                    Positions(bytes, 40, Count(bytes, 36), shapes));
            case 3 when type <= 23:
                return Lines(shapes.Lines(Parts(bytes, shapes)));
            case 5 when type <= 25:
                return ShapefileRings.ToPolygons(Parts(bytes, shapes), shapes, notes);
            default:
                throw new FormatException(string.Create(
                    CultureInfo.InvariantCulture, $"The shape type {type} is not read."));
        }
    }

    private static Geometry Lines(MultiLineString lines) =>
        lines.NumGeometries == 1 ? lines.GetGeometryN(0) : lines;

    private static List<Coordinate[]> Parts(ReadOnlySpan<byte> bytes, ShapeBuilder shapes)
    {
        var (parts, points) = (Count(bytes, 36), Count(bytes, 40));
        var first = 44 + (4L * parts);
        if (first > bytes.Length)
        {
            throw TooEarly();
        }

        var made = new List<Coordinate[]>(parts);
        for (var part = 0; part < parts; part++)
        {
            var from = Count(bytes, 44 + (4 * part));
            var to = part + 1 < parts ? Count(bytes, 48 + (4 * part)) : points;
            if (to < from || to > points)
            {
                throw new FormatException("The parts of the shape are out of order.");
            }

            made.Add(Positions(bytes, first + (16L * from), to - from, shapes));
        }

        return made;
    }

    private static Coordinate[] Positions(ReadOnlySpan<byte> bytes, long offset, int count, ShapeBuilder shapes)
    {
        if (offset + (16L * count) > bytes.Length)
        {
            throw TooEarly();
        }

        var positions = new Coordinate[count];
        for (var i = 0; i < count; i++)
        {
            positions[i] = Position(bytes, (int)offset + (16 * i), shapes);
        }

        return positions;
    }

    private static Coordinate Position(ReadOnlySpan<byte> bytes, int offset, ShapeBuilder shapes) =>
        offset + 16 <= bytes.Length
            ? shapes.Position(
                BinaryPrimitives.ReadDoubleLittleEndian(bytes[offset..]),
                BinaryPrimitives.ReadDoubleLittleEndian(bytes[(offset + 8)..]))
            : throw TooEarly();

    private static int Count(ReadOnlySpan<byte> bytes, int offset) =>
        offset + 4 <= bytes.Length && BinaryPrimitives.ReadInt32LittleEndian(bytes[offset..]) is >= 0 and var count
            ? count
            : throw TooEarly();

    private static FormatException TooEarly() => new("The shape ends too early.");
}
