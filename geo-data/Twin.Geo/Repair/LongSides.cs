using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;

namespace Twin.Geo.Repair;

/// <summary>
/// Finds sides longer than 180° of longitude in drawn geometries of CRS84: whoever draws one means the short way over
/// the antimeridian, and would be answered about the rest of the earth (RFC 7946 §3.1.9). Stateless.
/// </summary>
public static class LongSides
{
    /// <summary>What is wrong with such a geometry.</summary>
    public const string Detail =
        "A side is longer than 180 degrees of longitude: it may go over the antimeridian or around the earth.";

    /// <summary>What to do about it.</summary>
    public const string Hint =
        "Cut the shape at the antimeridian, as RFC 7946 §3.1.9 has it, or put a corner in between.";

    private const double Half = 180;
    private const double Full = 360;

    /// <summary>Whether a geometry has such a side. One all around the earth is no mistake.</summary>
    public static bool AreIn(Geometry geometry) =>
        geometry.EnvelopeInternal.Width > Half
        && LinearComponentExtracter.GetLines(geometry).Cast<LineString>().Any(HasOne);

    private static bool HasOne(LineString line)
    {
        var sequence = line.CoordinateSequence;
        for (var i = 1; i < sequence.Count; i++)
        {
            if (Math.Abs(sequence.GetX(i) - sequence.GetX(i - 1)) is > Half and < Full)
            {
                return true;
            }
        }

        return false;
    }
}
