using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Twin.Geo.Coordinates;

/// <summary>
/// The names that people and files have for reference systems: the URI, the older URN, <c>EPSG:3405</c>, <c>3405</c>
/// and <c>CRS84</c>. Stateless.
/// </summary>
public static class CrsText
{
    /// <summary>The systems that are read, for a hint.</summary>
    public const string Hint =
        "Use CRS84, EPSG:4326, EPSG:3857, EPSG:4756, EPSG:3405, 3406, 5896 to 5899 or 9205 to 9218.";

    private const string Epsg = "http://www.opengis.net/def/crs/EPSG/0/";

    /// <summary>The system of that name.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out CoordinateReferenceSystem? system)
    {
        var name = (text ?? string.Empty).Trim();
        if (CoordinateReferenceSystems.TryFind(name, out system))
        {
            return true;
        }

        var upper = name.ToUpperInvariant();
        if (upper is "CRS84" or "OGC:CRS84" or "URN:OGC:DEF:CRS:OGC:1.3:CRS84" or "URN:OGC:DEF:CRS:OGC::CRS84")
        {
            system = CoordinateReferenceSystems.Crs84;
            return true;
        }

        var isEpsg = upper.StartsWith("EPSG:", StringComparison.Ordinal)
            || upper.StartsWith("URN:OGC:DEF:CRS:EPSG:", StringComparison.Ordinal)
            || upper.All(char.IsAsciiDigit);
        var digits = upper[(upper.LastIndexOf(':') + 1)..];
        return isEpsg
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            && CoordinateReferenceSystems.TryFind(Epsg + code.ToString(CultureInfo.InvariantCulture), out system);
    }
}
