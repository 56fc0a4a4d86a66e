using NetTopologySuite.Geometries;

namespace Twin.Geo.Filters;

/// <summary>Boxes of four numbers, or of six with heights between. Stateless.</summary>
internal static class FilterBoxes
{
    public const string Hint = "Give the lower corner, then the upper: west, south, east, north in CRS84.";

    private static readonly GeometryFactory Factory = new();

    /// <summary>
    /// The box as a polygon. One whose first corner lies east of the second, in degrees, crosses the antimeridian and
    /// is two.
    /// </summary>
    public static Geometry Of(IReadOnlyList<double> numbers, string place)
    {
        var (x1, y1) = (numbers[0], numbers[1]);
        var (x2, y2) = numbers.Count == 4 ? (numbers[2], numbers[3]) : (numbers[3], numbers[4]);
        if (y1 > y2)
        {
            throw new FilterException(place, "The lower side of the BBOX is above the upper", Hint);
        }

        if (x1 <= x2)
        {
            return Factory.ToGeometry(new Envelope(x1, x2, y1, y2));
        }

        return x1 <= 180 && x2 >= -180
            ? Factory.BuildGeometry(
                [Factory.ToGeometry(new Envelope(x1, 180, y1, y2)), Factory.ToGeometry(new Envelope(-180, x2, y1, y2))])
            : throw new FilterException(place, "The left side of the BBOX is right of the right one", Hint);
    }
}
