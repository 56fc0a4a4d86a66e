using System.Collections.Immutable;
using Twin.Geo.Geodesy;
using Twin.Model.Space;

namespace Twin.Api.Space.Moving;

/// <summary>Everything within a distance of a position, on the ellipsoid.</summary>
/// <param name="center">The position.</param>
/// <param name="radiusMeters">The distance, above 0.</param>
internal sealed class CircleArea(GeoPosition center, double radiusMeters) : SearchArea
{
    /// <summary>
    /// By how much the sphere of <see cref="GreatCircle"/> may differ from the ellipsoid: where it decides without
    /// doubt, nothing else is reckoned.
    /// </summary>
    public const double SphereError = 0.006;

    /// <summary>The distance.</summary>
    public double RadiusMeters => radiusMeters;

    /// <inheritdoc/>
    public override ImmutableArray<GeoBox> Boxes { get; } = BoxesOf(center, radiusMeters);

    /// <inheritdoc/>
    public override bool Holds(GeoPosition position)
    {
        var rough = GreatCircle.DistanceMeters(center, position);
        return rough <= radiusMeters * (1 - SphereError)
            || (rough <= radiusMeters * (1 + SphereError)
                && Geodesic.DistanceMeters(center, position) <= radiusMeters);
    }

    private static ImmutableArray<GeoBox> BoxesOf(GeoPosition center, double radiusMeters)
    {
        var reach = radiusMeters * (1 + SphereError) / GreatCircle.EarthRadiusMeters;
        var degrees = double.RadiansToDegrees(reach);
        var (south, north) = (center.LatitudeDegrees - degrees, center.LatitudeDegrees + degrees);
        if (south <= -90 || north >= 90)
        {
            return [new GeoBox(-180, Math.Max(south, -90), 180, Math.Min(north, 90))]; // A pole lies in it.
        }

        var ratio = Math.Sin(reach) / Math.Cos(double.DegreesToRadians(center.LatitudeDegrees));
        var wide = double.RadiansToDegrees(Math.Asin(Math.Min(1, ratio)));
        var (west, east) = (center.LongitudeDegrees - wide, center.LongitudeDegrees + wide);
        if (west < -180)
        {
            return [new GeoBox(-180, south, east, north), new GeoBox(west + 360, south, 180, north)];
        }

        return east > 180
            ? [new GeoBox(west, south, 180, north), new GeoBox(-180, south, east - 360, north)]
            : [new GeoBox(west, south, east, north)];
    }
}
