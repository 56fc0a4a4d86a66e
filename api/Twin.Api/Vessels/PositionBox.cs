using Twin.Api.Requests;
using Twin.Api.Space;
using Twin.Model.Space;

namespace Twin.Api.Vessels;

/// <summary>A box in CRS84; one whose west is greater than its east crosses the antimeridian.</summary>
/// <param name="West">Degrees east.</param>
/// <param name="South">Degrees north.</param>
/// <param name="East">Degrees east.</param>
/// <param name="North">Degrees north.</param>
internal readonly record struct PositionBox(double West, double South, double East, double North)
{
    private const int MaxLength = 200;

    /// <summary>Reads the parameter <c>bbox</c>; what is wrong stays in the reader.</summary>
    public static PositionBox? Read(QueryReader query)
    {
        if (query.Text("bbox", MaxLength) is not { } text)
        {
            return null;
        }

        if (SpaceParameters.TryReadNumbers(text, out var numbers)
            && numbers is [>= -180 and <= 180, >= -90 and <= 90, >= -180 and <= 180, >= -90 and <= 90]
            && numbers[1] <= numbers[3])
        {
            return new PositionBox(numbers[0], numbers[1], numbers[2], numbers[3]);
        }

        query.Refuse("bbox", "Use west,south,east,north in degrees, such as 106.4,20.4,108,21.2.");
        return null;
    }

    /// <summary>Whether a position is in it or on its edge.</summary>
    public bool Holds(GeoPosition position)
    {
        var (longitude, latitude) = position;
        var isBetween = West <= East
            ? longitude >= West && longitude <= East
            : longitude >= West || longitude <= East;
        return isBetween && latitude >= South && latitude <= North;
    }
}
