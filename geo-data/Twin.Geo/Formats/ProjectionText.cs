using System.Globalization;
using System.Text.RegularExpressions;
using Twin.Geo.Coordinates;

namespace Twin.Geo.Formats;

/// <summary>
/// What the .prj of a shapefile says, as far as reference systems are known: well-known text of OGC (01-009) or of
/// ESRI. It is told apart by datum, central meridian and scale, because the names in it are everybody's own. Stateless.
/// </summary>
internal static partial class ProjectionText
{
    private const double MeridianTolerance = 1e-6;
    private const double ScaleTolerance = 1e-7;

    /// <summary>
    /// The name of the system for <see cref="CrsText"/>; the text itself where it is none that is known; <c>null</c>
    /// where there is no text.
    /// </summary>
    public static string? ToCrs(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var upper = text.Trim().ToUpperInvariant().Replace('_', ' ');
        var isVn2000 = upper.Contains("VN 2000", StringComparison.Ordinal)
            || upper.Contains("VN-2000", StringComparison.Ordinal)
            || upper.Contains("VIETNAM 2000", StringComparison.Ordinal);
        var isWgs84 = upper.Contains("WGS 1984", StringComparison.Ordinal)
            || upper.Contains("WGS 84", StringComparison.Ordinal)
            || upper.Contains("WGS84", StringComparison.Ordinal);
        if (upper.StartsWith("GEOGCS", StringComparison.Ordinal))
        {
            return isVn2000 ? "EPSG:4756" : isWgs84 ? "CRS84" : text;
        }

        if (isWgs84 && (upper.Contains("PSEUDO-MERCATOR", StringComparison.Ordinal)
            || upper.Contains("WEB MERCATOR", StringComparison.Ordinal)
            || upper.Contains("AUXILIARY SPHERE", StringComparison.Ordinal)))
        {
            return "EPSG:3857";
        }

        return isVn2000 && Parameter(upper, "CENTRAL MERIDIAN") is { } meridian
            && Parameter(upper, "SCALE FACTOR") is { } scale
            ? Zone(meridian, scale) ?? text
            : text;
    }

    /// <summary>The text of a .prj for a system.</summary>
    public static string? Of(CoordinateReferenceSystem crs)
    {
        const string Degrees = "PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.0174532925199433]]";
        const string Wgs84 =
            "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,298.257223563]]," + Degrees;
        const string Vn2000Text =
            "GEOGCS[\"GCS_VN_2000\",DATUM[\"D_Vietnam_2000\",SPHEROID[\"WGS_1984\",6378137,298.257223563]]," + Degrees;
        var code = crs.Uri[(crs.Uri.LastIndexOf('/') + 1)..];
        if (code is "CRS84" or "4326")
        {
            return Wgs84;
        }

        if (code is "4756")
        {
            return Vn2000Text;
        }

        if (code is "3857")
        {
            return "PROJCS[\"WGS_1984_Web_Mercator_Auxiliary_Sphere\"," + Wgs84
                + ",PROJECTION[\"Mercator_Auxiliary_Sphere\"],PARAMETER[\"False_Easting\",0],"
                + "PARAMETER[\"False_Northing\",0],PARAMETER[\"Central_Meridian\",0],"
                + "PARAMETER[\"Standard_Parallel_1\",0],PARAMETER[\"Auxiliary_Sphere_Type\",0],UNIT[\"Meter\",1]]";
        }

        foreach (var (number, name, meridian, scale) in Vn2000.Zones)
        {
            if (string.Equals(number.ToString(CultureInfo.InvariantCulture), code, StringComparison.Ordinal))
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"PROJCS[\"{name}\",{Vn2000Text},PROJECTION[\"Transverse_Mercator\"],"
                    + $"PARAMETER[\"False_Easting\",500000],PARAMETER[\"False_Northing\",0],"
                    + $"PARAMETER[\"Central_Meridian\",{meridian}],PARAMETER[\"Scale_Factor\",{scale}],"
                    + $"PARAMETER[\"Latitude_Of_Origin\",0],UNIT[\"Meter\",1]]");
            }
        }

        return null;
    }

    private static string? Zone(double meridian, double scale)
    {
        foreach (var zone in Vn2000.Zones)
        {
            if (Math.Abs(zone.MeridianDegrees - meridian) < MeridianTolerance
                && Math.Abs(zone.Scale - scale) < ScaleTolerance)
            {
                return string.Create(CultureInfo.InvariantCulture, $"EPSG:{zone.Code}");
            }
        }

        return null;
    }

    private static double? Parameter(string upper, string name)
    {
        foreach (var match in Parameters().Matches(upper).Cast<Match>())
        {
            if (string.Equals(match.Groups["name"].Value.Trim(), name, StringComparison.Ordinal)
                && double.TryParse(
                    match.Groups["value"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                return value;
            }
        }

        return null;
    }

    [GeneratedRegex(
        """PARAMETER\["(?<name>[^"]{1,60})",(?<value>[-+0-9.E]{1,30})\]""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameters();
}
