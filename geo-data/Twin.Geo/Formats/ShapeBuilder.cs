using System.Collections.Immutable;
using System.Globalization;
using NetTopologySuite.Geometries;
using Twin.Geo.Repair;
using Twin.Model.Space;

namespace Twin.Geo.Formats;

/// <summary>
/// Makes the geometries of one feature out of its positions. Strictly, it throws <see cref="FormatException"/> for a
/// ring that is no ring; leniently, it closes rings, leaves out what has no inside, and notes it. For one thread.
/// </summary>
internal sealed class ShapeBuilder
{
    private const int RingPositions = 4;

    private readonly bool _isStrict;
    private readonly bool _isDegrees;
    private readonly int _maxVertices;
    private readonly Dictionary<RepairKind, RepairNote> _notes = [];
    private int _vertices;

    private ShapeBuilder(bool isStrict, bool isDegrees, int maxVertices)
    {
        _isStrict = isStrict;
        _isDegrees = isDegrees;
        _maxVertices = maxVertices;
    }

    /// <summary>Makes geometries without regard to a precision.</summary>
    public static GeometryFactory Factory { get; } = new();

    /// <summary>What was mended.</summary>
    public ImmutableArray<RepairNote> Notes => [.. _notes.Values];

    /// <summary>One that mends nothing.</summary>
    public static ShapeBuilder Strict(bool isDegrees) => new(true, isDegrees, int.MaxValue);

    /// <summary>One that mends what it can, of coordinates in any reference system.</summary>
    public static ShapeBuilder Lenient(int maxVertices) => new(false, false, maxVertices);

    /// <summary>A position; it counts towards the limit.</summary>
    public Coordinate Position(double x, double y)
    {
        if (++_vertices > _maxVertices)
        {
            throw new MapFileException(
                "too_many_vertices",
                string.Create(CultureInfo.InvariantCulture, $"The feature has more than {_maxVertices} vertices."),
                "Simplify it, or cut it into several features.");
        }

        if (!double.IsFinite(x) || !double.IsFinite(y))
        {
            throw new FormatException(string.Create(
                CultureInfo.InvariantCulture, $"The position ({x}, {y}) is not two finite numbers."));
        }

        return !_isDegrees || (Math.Abs(x) <= 180 && Math.Abs(y) <= 90)
            ? new Coordinate(x, y)
            : throw new FormatException(string.Create(
                CultureInfo.InvariantCulture,
                $"The position ({x}, {y}) is outside ±180°, ±90°: is it in another CRS?"));
    }

    /// <summary>A line; <c>null</c> where a lenient one has fewer than two positions.</summary>
    public LineString? Line(Coordinate[] positions)
    {
        if (positions.Length >= 2)
        {
            return Factory.CreateLineString(positions);
        }

        return _isStrict ? throw TooShort(positions.Length, 2) : Leave(positions);
    }

    /// <summary>Several lines.</summary>
    public MultiLineString Lines(IEnumerable<Coordinate[]> lines) =>
        Factory.CreateMultiLineString([.. lines.Select(Line).OfType<LineString>()]);

    /// <summary>
    /// A polygon of its rings, the outer one first; empty where a lenient one has no outer ring left.
    /// </summary>
    public Polygon Polygon(IEnumerable<Coordinate[]> rings)
    {
        LinearRing?[] made = [.. rings.Select(Ring)];
        return made switch
        {
            [] when _isStrict => throw new FormatException("A polygon has no ring."),
            [{ } outer, .. var holes] => Factory.CreatePolygon(outer, [.. holes.OfType<LinearRing>()]),
            _ => Factory.CreatePolygon(),
        };
    }

    /// <summary>Several polygons, without the empty ones.</summary>
    public MultiPolygon Polygons(IEnumerable<Polygon> polygons) =>
        Factory.CreateMultiPolygon([.. polygons.Where(one => _isStrict || !one.IsEmpty)]);

    private static FormatException TooShort(int length, int needed) => new(string.Create(
        CultureInfo.InvariantCulture, $"A line or ring has {length} positions; it needs {needed}."));

    private LinearRing? Ring(Coordinate[] positions)
    {
        if (_isStrict && positions.Length < RingPositions)
        {
            throw TooShort(positions.Length, RingPositions);
        }

        if (positions is [var first, .., var last] && !first.Equals2D(last))
        {
            if (_isStrict)
            {
                throw new FormatException($"A ring starts at {first} and ends at {last}.");
            }

            Note(RepairKind.UnclosedRing, last);
            positions = [.. positions, first.Copy()];
        }

        if (positions.Length >= RingPositions)
        {
            return Factory.CreateLinearRing(positions);
        }

        Leave(positions);
        return null;
    }

    private LineString? Leave(Coordinate[] positions)
    {
        Note(positions.Length == 0 ? RepairKind.Empty : RepairKind.Collapsed, positions.FirstOrDefault());
        return null;
    }

    // A place in the coordinates of the file: whoever carries the feature over carries the place as well.
    private void Note(RepairKind kind, Coordinate? at)
    {
        var place = at is null ? (GeoPosition?)null : new GeoPosition(at.X, at.Y);
        _notes[kind] = _notes.TryGetValue(kind, out var known)
            ? known with { Count = known.Count + 1 }
            : new RepairNote(kind, 1, place, 0);
    }
}
