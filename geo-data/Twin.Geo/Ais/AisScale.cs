using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Geo.Ais;

/// <summary>
/// The units of fields, and their codes for "not available", which become <c>null</c> here and travel no further.
/// Pure.
/// </summary>
internal static class AisScale
{
    /// <summary>Units of a degree where positions are in 1/10,000 of a minute.</summary>
    public const double TenThousandths = 600_000;

    /// <summary>Units of a degree where positions are in 1/1,000 of a minute.</summary>
    public const double Thousandths = 60_000;

    /// <summary>Units of a degree where positions are in 1/10 of a minute.</summary>
    public const double Tenths = 600;

    // sqrt(degrees a minute) × 4.733 is what a transponder sends (M.1371-5 table 48).
    private const double TurnFactor = 4.733;

    /// <summary>A position; <c>null</c> for 181°, 91° and whatever else lies outside the world.</summary>
    public static GeoPosition? Position(int longitude, int latitude, double unitsPerDegree)
    {
        var degreesEast = longitude / unitsPerDegree;
        var degreesNorth = latitude / unitsPerDegree;
        return Math.Abs(degreesEast) <= 180 && Math.Abs(degreesNorth) <= 90
            ? new GeoPosition(degreesEast, degreesNorth)
            : null;
    }

    /// <summary>Tenths of a knot; 1023 is not available.</summary>
    public static double? Speed(uint tenths) => tenths == 1023 ? null : tenths / 10.0;

    /// <summary>Tenths of a degree; 3600 is not available, more is not used.</summary>
    public static double? Course(uint tenths) => tenths >= 3600 ? null : tenths / 10.0;

    /// <summary>Degrees; 511 is not available, 360 to 510 are not used.</summary>
    public static int? Degrees(uint degrees) => degrees >= 360 ? null : (int)degrees;

    /// <summary>A second of the minute; 60 to 63 say that there is none, and why.</summary>
    public static int? Second(uint second) => second >= 60 ? null : (int)second;

    /// <summary>A navigational status; 15 is not defined.</summary>
    public static NavigationalStatus? Status(uint status) => status == 15 ? null : (NavigationalStatus)status;

    /// <summary>The rate of turn of a sensor; <c>null</c> for ±127, which are no measure, and for -128.</summary>
    public static double? RateOfTurn(int code)
    {
        var root = code / TurnFactor;
        return Math.Abs(code) >= 127 ? null : Math.CopySign(root * root, code);
    }

    /// <summary>What ±127 say of a turn.</summary>
    public static AisFastTurn? FastTurn(int code) => code switch
    {
        127 => AisFastTurn.Right,
        -127 => AisFastTurn.Left,
        _ => null,
    };

    /// <summary>A number unless it is the one for "not available".</summary>
    public static int? Unless(uint value, uint notAvailable) => value == notAvailable ? null : (int)value;

    /// <summary>A number from a range, <c>null</c> outside it.</summary>
    public static int? Within(uint value, int min, int max) => value >= min && value <= max ? (int)value : null;
}
