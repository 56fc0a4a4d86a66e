using Twin.Model.Space;
using static Twin.Geo.Geodesy.Ellipsoid;

namespace Twin.Geo.Geodesy;

/// <summary>
/// Shortest lines on the ellipsoid of WGS 84, by Vincenty (Survey Review 23 (176), 1975): within 0.1 mm where his
/// iteration converges, which is up to some 19,900 km. Nearly opposite positions, where it does not, are joined at the
/// best of the points a quarter of the way around, within 1 m. Stateless.
/// </summary>
public static class Geodesic
{
    private const int MaxIterations = 100;
    private const double ConvergedRadians = 1e-12;

    // A quarter of the way around: from here on each half of a line that nearly joins opposite positions converges.
    private const double QuarterMeters = 10_000_000;
    private const int Directions = 72;
    private const int Refinements = 60;

    /// <summary>The distance between two positions, in meters.</summary>
    public static double DistanceMeters(GeoPosition from, GeoPosition to) => Inverse(from, to).DistanceMeters;

    /// <summary>The shortest line from one position to another.</summary>
    public static GeodesicLine Inverse(GeoPosition from, GeoPosition to) =>
        TryInverse(from, to, out var line) ? line : Around(from, to);

    /// <summary>Where a line ends that starts in a direction, in degrees from north over east.</summary>
    public static GeoPosition Direct(GeoPosition from, double azimuthDegrees, double distanceMeters)
    {
        var (sinAzimuth, cosAzimuth) = Math.SinCos(azimuthDegrees * Degree);
        var tanU = (1 - Flattening) * Math.Tan(from.LatitudeDegrees * Degree);
        var cosU = 1 / Math.Sqrt(1 + (tanU * tanU));
        var sinU = tanU * cosU;
        var sigma1 = Math.Atan2(tanU, cosAzimuth);
        var sinAlpha = cosU * sinAzimuth;
        var cosSquaredAlpha = 1 - (sinAlpha * sinAlpha);
        var (a, b) = Series(cosSquaredAlpha);
        var start = distanceMeters / (SemiMinorMeters * a);
        var sigma = start;
        for (var i = 0; i < MaxIterations; i++)
        {
            var next = start + Correction(b, Math.Cos((2 * sigma1) + sigma), sigma);
            var change = Math.Abs(next - sigma);
            sigma = next;
            if (change < ConvergedRadians)
            {
                break;
            }
        }

        var (sinSigma, cosSigma) = Math.SinCos(sigma);
        var middle = Math.Cos((2 * sigma1) + sigma);
        var x = (sinU * sinSigma) - (cosU * cosSigma * cosAzimuth);
        var latitude = Math.Atan2(
            (sinU * cosSigma) + (cosU * sinSigma * cosAzimuth),
            (1 - Flattening) * Math.Sqrt((sinAlpha * sinAlpha) + (x * x)));
        var lambda = Math.Atan2(sinSigma * sinAzimuth, (cosU * cosSigma) - (sinU * sinSigma * cosAzimuth));
        var longitude = lambda - Excess(cosSquaredAlpha, sinAlpha, sigma, sinSigma, cosSigma, middle);
        return new GeoPosition(
            Math.IEEERemainder(from.LongitudeDegrees + (longitude / Degree), 360), latitude / Degree);
    }

    private static bool TryInverse(GeoPosition from, GeoPosition to, out GeodesicLine line)
    {
        var difference = Math.IEEERemainder(to.LongitudeDegrees - from.LongitudeDegrees, 360) * Degree;
        var (sinU1, cosU1) = Reduced(from.LatitudeDegrees);
        var (sinU2, cosU2) = Reduced(to.LatitudeDegrees);
        var lambda = difference;
        line = default;
        for (var i = 0; i < MaxIterations; i++)
        {
            var (sinLambda, cosLambda) = Math.SinCos(lambda);
            var east = cosU2 * sinLambda;
            var north = (cosU1 * sinU2) - (sinU1 * cosU2 * cosLambda);
            var sinSigma = Math.Sqrt((east * east) + (north * north));
            var cosSigma = (sinU1 * sinU2) + (cosU1 * cosU2 * cosLambda);
            if (sinSigma <= double.Epsilon)
            {
                return cosSigma > 0; // The same position, or the opposite one.
            }

            var sigma = Math.Atan2(sinSigma, cosSigma);
            var sinAlpha = cosU1 * cosU2 * sinLambda / sinSigma;
            var cosSquaredAlpha = 1 - (sinAlpha * sinAlpha);
            // On the equator there is no middle: the term is multiplied by 0.
            var middle = cosSquaredAlpha > 1e-15 ? cosSigma - (2 * sinU1 * sinU2 / cosSquaredAlpha) : 0;
            var next = difference + Excess(cosSquaredAlpha, sinAlpha, sigma, sinSigma, cosSigma, middle);
            var change = Math.Abs(next - lambda);
            lambda = next;
            if (Math.Abs(lambda) > Math.PI)
            {
                return false;
            }

            if (change < ConvergedRadians)
            {
                var (a, b) = Series(cosSquaredAlpha);
                line = new GeodesicLine(
                    SemiMinorMeters * a * (sigma - Correction(b, middle, sigma)),
                    Math.Atan2(east, north) / Degree,
                    Math.Atan2(cosU1 * sinLambda, (cosU1 * sinU2 * cosLambda) - (sinU1 * cosU2)) / Degree);
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Every way through a point a quarter around is at least as long as the shortest, and the shortest passes one.
    /// </summary>
    private static GeodesicLine Around(GeoPosition from, GeoPosition to)
    {
        const double Step = 360.0 / Directions;
        var best = Enumerable.Range(0, Directions).MinBy(i => Through(i * Step).DistanceMeters) * Step;
        var (low, high) = (best - Step, best + Step);
        for (var i = 0; i < Refinements; i++)
        {
            var (left, right) = (low + ((high - low) / 3), high - ((high - low) / 3));
            (low, high) = Through(left).DistanceMeters < Through(right).DistanceMeters ? (low, right) : (left, high);
        }

        return Through((low + high) / 2);

        GeodesicLine Through(double azimuth)
        {
            var isFound = TryInverse(Direct(from, azimuth, QuarterMeters), to, out var rest);
            return isFound
                ? new GeodesicLine(
                    QuarterMeters + rest.DistanceMeters, Math.IEEERemainder(azimuth, 360), rest.FinalAzimuthDegrees)
                : new GeodesicLine(double.MaxValue, azimuth, azimuth);
        }
    }

    private static (double Sin, double Cos) Reduced(double latitudeDegrees)
    {
        var tan = (1 - Flattening) * Math.Tan(latitudeDegrees * Degree);
        var cos = 1 / Math.Sqrt(1 + (tan * tan));
        return (tan * cos, cos);
    }

    /// <summary>Vincenty's A and B, equations 3 and 4.</summary>
    private static (double A, double B) Series(double cosSquaredAlpha)
    {
        const double Ratio = (SemiMajorMeters * SemiMajorMeters / (SemiMinorMeters * SemiMinorMeters)) - 1;
        var u = cosSquaredAlpha * Ratio;
        return (
            1 + (u / 16384 * (4096 + (u * (-768 + (u * (320 - (175 * u))))))),
            u / 1024 * (256 + (u * (-128 + (u * (74 - (47 * u)))))));
    }

    /// <summary>Δσ, equation 6.</summary>
    private static double Correction(double b, double middle, double sigma)
    {
        var (sin, cos) = Math.SinCos(sigma);
        var twice = -1 + (2 * middle * middle);
        return b * sin * (middle + (b / 4 * ((cos * twice)
            - (b / 6 * middle * (-3 + (4 * sin * sin)) * (-3 + (4 * middle * middle))))));
    }

    /// <summary>λ - L, equations 10 and 11.</summary>
    private static double Excess(
        double cosSquaredAlpha, double sinAlpha, double sigma, double sinSigma, double cosSigma, double middle)
    {
        var c = Flattening / 16 * cosSquaredAlpha * (4 + (Flattening * (4 - (3 * cosSquaredAlpha))));
        return (1 - c) * Flattening * sinAlpha
            * (sigma + (c * sinSigma * (middle + (c * cosSigma * (-1 + (2 * middle * middle))))));
    }
}
