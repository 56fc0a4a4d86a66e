using System.Text;
using NetTopologySuite.Geometries;
using Xunit;

namespace Twin.Geo.Tests.Tiles;

/// <summary>
/// Reads a vector tile of one layer by the letter of the specification (MVT 2.1), and fails where it breaks a rule.
/// </summary>
internal sealed class DecodedTile
{
    private static readonly GeometryFactory Factory = new();

    private readonly List<string> _keys = [];
    private readonly List<object> _values = [];
    private readonly List<byte[]> _raw = [];

    public string? Name { get; private set; }

    public ulong Version { get; private set; }

    public ulong Extent { get; private set; } = 4096;

    public int ValueCount => _values.Count;

    public List<DecodedFeature> Features { get; } = [];

    public static DecodedTile Read(byte[]? bytes)
    {
        Assert.NotNull(bytes);
        var (field, layer) = Assert.Single(Fields(bytes));
        Assert.Equal(3, field);
        var tile = new DecodedTile();
        foreach (var (number, value) in Fields((byte[])layer))
        {
            tile.Take(number, value);
        }

        Assert.Equal(tile._values.Count, tile._values.Distinct().Count());
        Assert.Equal(tile._keys.Count, tile._keys.Distinct(StringComparer.Ordinal).Count());
        tile.Features.AddRange(tile._raw.Select(tile.ReadFeature));
        return tile;
    }

    private void Take(int field, object value)
    {
        switch (field)
        {
            case 1:
                Name = Text(value);
                break;
            case 2:
                _raw.Add((byte[])value);
                break;
            case 3:
                _keys.Add(Text(value));
                break;
            case 4:
                var (kind, content) = Assert.Single(Fields((byte[])value));
                _values.Add(kind switch
                {
                    1 => Text(content),
                    3 => BitConverter.ToDouble((byte[])content),
                    6 => ZigZag((ulong)content),
                    7 => (ulong)content == 1,
                    _ => throw new InvalidOperationException(FormattableString.Invariant($"Value of kind {kind}.")),
                });
                break;
            case 5:
                Extent = (ulong)value;
                break;
            case 15:
                Version = (ulong)value;
                break;
            default:
                Assert.Fail(FormattableString.Invariant($"Field {field} in a layer."));
                break;
        }
    }

    private DecodedFeature ReadFeature(byte[] bytes)
    {
        var fields = Fields(bytes).ToDictionary(pair => pair.Field, pair => pair.Value);
        var tags = Numbers((byte[])fields[2]);
        Assert.Equal(0, tags.Count % 2);
        var attributes = new Dictionary<string, object>(StringComparer.Ordinal);
        for (var i = 0; i < tags.Count; i += 2)
        {
            attributes.Add(_keys[(int)tags[i]], _values[(int)tags[i + 1]]);
        }

        return new DecodedFeature(
            fields.TryGetValue(1, out var id) ? (ulong)id : null,
            attributes,
            Shape((ulong)fields[3], Numbers((byte[])fields[4])));
    }

    private static Geometry Shape(ulong type, List<ulong> commands) => type switch
    {
        1 => Points(commands),
        2 => Lines(commands),
        3 => Polygons(commands),
        _ => throw new InvalidOperationException(FormattableString.Invariant($"Geometry of type {type}.")),
    };

    private static MultiPoint Points(List<ulong> commands)
    {
        Assert.Equal(1UL, commands[0] & 7);
        var count = (int)(commands[0] >> 3);
        Assert.Equal(1 + (2 * count), commands.Count);
        var points = new Coordinate[count];
        var (x, y) = (0L, 0L);
        for (var i = 0; i < count; i++)
        {
            points[i] = new Coordinate(x += ZigZag(commands[1 + (2 * i)]), y += ZigZag(commands[2 + (2 * i)]));
        }

        return Factory.CreateMultiPointFromCoords(points);
    }

    private static MultiLineString Lines(List<ulong> commands)
    {
        var lines = new List<LineString>();
        var (x, y, place) = (0L, 0L, 0);
        while (place < commands.Count)
        {
            Assert.Equal(1UL | (1 << 3), commands[place++]); // MoveTo, once.
            var line = new List<Coordinate> { Step() };
            Assert.Equal(2UL, commands[place] & 7);
            var count = commands[place++] >> 3;
            Assert.InRange(count, 1UL, ulong.MaxValue);
            for (var i = 0UL; i < count; i++)
            {
                line.Add(Step());
                Assert.False(line[^1].Equals2D(line[^2]), "A line repeats a point.");
            }

            lines.Add(Factory.CreateLineString([.. line]));
        }

        return Factory.CreateMultiLineString([.. lines]);

        Coordinate Step()
        {
            x += ZigZag(commands[place++]);
            y += ZigZag(commands[place++]);
            return new Coordinate(x, y);
        }
    }

    private static MultiPolygon Polygons(List<ulong> commands)
    {
        var polygons = new List<(LinearRing Shell, List<LinearRing> Holes)>();
        var (x, y, place) = (0L, 0L, 0);
        while (place < commands.Count)
        {
            Assert.Equal(1UL | (1 << 3), commands[place++]); // MoveTo, once.
            var ring = new List<Coordinate> { Step() };
            Assert.Equal(2UL, commands[place] & 7);
            var count = commands[place++] >> 3;
            Assert.InRange(count, 2UL, ulong.MaxValue);
            for (var i = 0UL; i < count; i++)
            {
                ring.Add(Step());
            }

            Assert.Equal(7UL | (1 << 3), commands[place++]); // ClosePath.
            Assert.False(ring[0].Equals2D(ring[^1]), "A ring repeats its first point.");
            ring.Add(ring[0].Copy());
            var area = 0.0;
            for (var i = 1; i < ring.Count; i++)
            {
                area += (ring[i - 1].X * ring[i].Y) - (ring[i].X * ring[i - 1].Y);
            }

            Assert.True(Math.Abs(area) > 0, "A ring has no area.");
            if (area > 0)
            {
                polygons.Add((Factory.CreateLinearRing([.. ring]), []));
            }
            else
            {
                polygons[^1].Holes.Add(Factory.CreateLinearRing([.. ring]));
            }
        }

        return Factory.CreateMultiPolygon([.. polygons.Select(p => Factory.CreatePolygon(p.Shell, [.. p.Holes]))]);

        Coordinate Step()
        {
            x += ZigZag(commands[place++]);
            y += ZigZag(commands[place++]);
            return new Coordinate(x, y);
        }
    }

    private static List<(int Field, object Value)> Fields(byte[] bytes)
    {
        var fields = new List<(int, object)>();
        for (var place = 0; place < bytes.Length;)
        {
            var key = Number(bytes, ref place);
            switch (key & 7)
            {
                case 0:
                    fields.Add(((int)(key >> 3), Number(bytes, ref place)));
                    break;
                case 1:
                    fields.Add(((int)(key >> 3), bytes[place..(place + 8)]));
                    place += 8;
                    break;
                case 2:
                    var length = (int)Number(bytes, ref place);
                    fields.Add(((int)(key >> 3), bytes[place..(place + length)]));
                    place += length;
                    break;
                default:
                    Assert.Fail("An unknown wire type.");
                    break;
            }
        }

        return fields;
    }

    private static List<ulong> Numbers(byte[] bytes)
    {
        var numbers = new List<ulong>();
        for (var place = 0; place < bytes.Length;)
        {
            numbers.Add(Number(bytes, ref place));
        }

        return numbers;
    }

    private static ulong Number(byte[] bytes, ref int place)
    {
        var (value, shift) = (0UL, 0);
        byte next;
        do
        {
            next = bytes[place++];
            value |= (ulong)(next & 0x7F) << shift;
            shift += 7;
        }
        while (next >= 0x80);
        return value;
    }

    private static long ZigZag(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);

    private static string Text(object bytes) => Encoding.UTF8.GetString((byte[])bytes);
}
