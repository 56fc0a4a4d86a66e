using System.Globalization;
using NetTopologySuite.Geometries;
using Twin.Model.Space;

namespace Twin.Geo.Coordinates;

/// <summary>
/// A coordinate reference system at the edge of the twin: it turns its own coordinates, in the order of its axes, into
/// CRS84 and back. Immutable and safe for any number of threads.
/// </summary>
public sealed class CoordinateReferenceSystem
{
    private readonly Projection _projection;

    internal CoordinateReferenceSystem(string uri, string name, AxisOrder axes, Projection projection)
    {
        Uri = uri;
        Name = name;
        Axes = axes;
        _projection = projection;
    }

    /// <summary>Its URI, by which alone it is named.</summary>
    public string Uri { get; }

    /// <summary>The name that its authority gives it.</summary>
    public string Name { get; }

    /// <summary>What its first and second coordinates are.</summary>
    public AxisOrder Axes { get; }

    /// <summary>Whether its coordinates are degrees.</summary>
    public bool IsGeographic => Axes is not AxisOrder.EastingNorthing;

    /// <summary>Decimals that keep a tenth of a millimeter.</summary>
    public int Decimals => IsGeographic ? 9 : 4;

    /// <summary>A position in this system, in the order of its axes.</summary>
    public (double First, double Second) FromCrs84(GeoPosition position)
    {
        var (x, y) = _projection.Forward(position.LongitudeDegrees, position.LatitudeDegrees);
        return Axes is AxisOrder.LatitudeLongitude ? (y, x) : (x, y);
    }

    /// <summary>
    /// The position of coordinates in the order of the axes; false for numbers that are not finite or lie where the
    /// system is not meant to be used, as reversed axes often do.
    /// </summary>
    public bool TryToCrs84(double first, double second, out GeoPosition position)
    {
        var (x, y) = Axes is AxisOrder.LatitudeLongitude ? (second, first) : (first, second);
        position = default;
        if (!double.IsFinite(x) || !double.IsFinite(y) || !_projection.Extent.Contains(x, y))
        {
            return false;
        }

        var (longitude, latitude) = _projection.Inverse(x, y);
        position = new GeoPosition(longitude, latitude);
        return double.IsFinite(longitude) && double.IsFinite(latitude);
    }

    /// <summary>
    /// A geometry of CRS84 in this system, in the order of its axes. Vertices alone are carried over: on a side of 10
    /// km the straight line between them leaves the true one by less than a meter.
    /// </summary>
    public Geometry FromCrs84(Geometry geometry)
    {
        var copy = geometry.Copy();
        copy.Apply(new VertexFilter(coordinate =>
        {
            var (first, second) = FromCrs84(new GeoPosition(coordinate.X, coordinate.Y));
            return (Math.Round(first, Decimals), Math.Round(second, Decimals));
        }));
        return copy;
    }

    /// <summary>
    /// A geometry of this system in CRS84, vertex by vertex; throws <see cref="FormatException"/> for a vertex that
    /// does not lie in it.
    /// </summary>
    public Geometry ToCrs84(Geometry geometry)
    {
        var copy = geometry.Copy();
        copy.Apply(new VertexFilter(coordinate => TryToCrs84(coordinate.X, coordinate.Y, out var position)
            ? (position.LongitudeDegrees, position.LatitudeDegrees)
            : throw new FormatException(string.Create(
                CultureInfo.InvariantCulture, $"({coordinate.X}, {coordinate.Y}) lies outside {Name}; {AxesHint}."))));
        return copy;
    }

    /// <summary>The order of the axes, in words.</summary>
    public string AxesHint => Axes switch
    {
        AxisOrder.LongitudeLatitude => "give longitude, then latitude, in degrees",
        AxisOrder.LatitudeLongitude => "give latitude, then longitude, in degrees",
        _ => "give easting, then northing, in meters",
    };

    /// <inheritdoc/>
    public override string ToString() => Uri;

    private sealed class VertexFilter(Func<Coordinate, (double X, double Y)> carry) : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            var (x, y) = carry(new Coordinate(seq.GetX(i), seq.GetY(i)));
            seq.SetX(i, x);
            seq.SetY(i, y);
        }
    }
}
