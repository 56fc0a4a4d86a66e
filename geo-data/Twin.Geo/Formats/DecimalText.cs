using System.Globalization;

namespace Twin.Geo.Formats;

/// <summary>
/// Reads coordinates and measures as tables have them, with a point or a comma before the decimals. Of both, the last
/// is that of decimals; a comma alone is, for such numbers are seldom written with groups. Stateless.
/// </summary>
public static class DecimalText
{
    /// <summary>The number of a text.</summary>
    public static bool TryRead(string text, out double value)
    {
        ArgumentNullException.ThrowIfNull(text);
        var digits = text.Replace(" ", string.Empty, StringComparison.Ordinal)
            .Replace("\u00A0", string.Empty, StringComparison.Ordinal);
        var (comma, point) = (digits.LastIndexOf(','), digits.LastIndexOf('.'));
        digits = (comma > point, comma >= 0 && point >= 0) switch
        {
            (true, _) => digits.Replace(".", string.Empty, StringComparison.Ordinal).Replace(',', '.'),
            (false, true) => digits.Replace(",", string.Empty, StringComparison.Ordinal),
            _ => digits,
        };
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
            && double.IsFinite(value);
    }
}
