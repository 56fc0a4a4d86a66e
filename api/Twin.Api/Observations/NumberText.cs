using System.Buffers;
using System.Globalization;

namespace Twin.Api.Observations;

/// <summary>
/// Reads numbers as people and spreadsheets write them: <c>1360</c>, <c>58.6</c>, <c>58,6</c>, <c>1.360,5</c>,
/// <c>1,360.5</c>, <c>1 360</c>, <c>1.36E3</c>. Pure; bytes are UTF-8.
/// </summary>
/// <remarks>
/// One mark with one to three digits before it and three after, as in <c>1.360</c>, can be read both ways and is
/// answered with both values. Every other way to place the marks has one reading or none.
/// </remarks>
internal static class NumberText
{
    /// <summary>The longest number read, in bytes.</summary>
    public const int MaxLength = 64;

    // Up to here every whole number is exact in a double.
    private const int MaxExactDigits = 15;
    private const int GroupLength = 3;

    private const NumberStyles SignAndExponent = NumberStyles.AllowLeadingSign | NumberStyles.AllowExponent;

    private static readonly SearchValues<byte> Exponent = SearchValues.Create("eE"u8);

    /// <summary>
    /// Reads a number; <c>false</c> for anything else, such as <c>58,6%</c>, <c>NaN</c> or an empty text.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out NumberReading reading)
    {
        if (TryReadWhole(text, out var whole))
        {
            reading = new NumberReading(whole, whole, NumberConvention.None);
            return true;
        }

        reading = default;
        if (text.IsEmpty || text.Length > MaxLength)
        {
            return false;
        }

        if (text.ContainsAny(Exponent))
        {
            return TryReadInvariant(text, SignAndExponent, out reading);
        }

        Span<byte> compact = stackalloc byte[MaxLength];
        return TryCloseGaps(text, compact, out var length) && TryReadMarked(compact[..length], out reading);
    }

    /// <summary>Whether a number that was read has spaces between its digits.</summary>
    public static bool HasGaps(ReadOnlySpan<byte> text) => text.ContainsAny((byte)' ', (byte)0xC2, (byte)0xE2);

    /// <summary>Reads a number as JSON writes it; <c>false</c> when it is beyond what a double holds.</summary>
    public static bool TryReadJson(ReadOnlySpan<byte> text, out double value)
    {
        if (TryReadWhole(text, out value))
        {
            return true;
        }

        var isRead = TryReadInvariant(text, SignAndExponent, out var reading);
        value = reading.ByPoint;
        return isRead;
    }

    private static bool TryReadWhole(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        if (text.IsEmpty || text.Length > MaxExactDigits)
        {
            return false;
        }

        long number = 0;
        foreach (var b in text)
        {
            if (!IsDigit(b))
            {
                return false;
            }

            number = (number * 10) + (b - '0');
        }

        value = number;
        return true;
    }

    private static bool TryReadMarked(ReadOnlySpan<byte> text, out NumberReading reading)
    {
        reading = default;
        var isNegative = text is [(byte)'-', ..];
        var digits = isNegative || text is [(byte)'+', ..] ? text[1..] : text;
        var points = digits.Count((byte)'.');
        var commas = digits.Count((byte)',');
        var isRead = (points, commas) switch
        {
            (0, 0) => TryReadInvariant(digits, NumberStyles.None, out reading),
            (1, 0) => TryReadOneMark(digits, (byte)'.', NumberConvention.Point, out reading),
            (0, 1) => TryReadOneMark(digits, (byte)',', NumberConvention.Comma, out reading),
            (> 1, 0) => TryReadGroups(digits, (byte)'.', default, NumberConvention.Comma, out reading),
            (0, > 1) => TryReadGroups(digits, (byte)',', default, NumberConvention.Point, out reading),
            (_, 1) when digits.LastIndexOf((byte)',') > digits.LastIndexOf((byte)'.') =>
                TryReadGroups(digits, (byte)'.', (byte)',', NumberConvention.Comma, out reading),
            (1, _) => TryReadGroups(digits, (byte)',', (byte)'.', NumberConvention.Point, out reading),
            _ => false,
        };
        if (isRead && isNegative)
        {
            reading = reading with { ByPoint = -reading.ByPoint, ByComma = -reading.ByComma };
        }

        return isRead;
    }

    private static bool TryReadOneMark(
        ReadOnlySpan<byte> digits, byte mark, NumberConvention asDecimal, out NumberReading reading)
    {
        var place = digits.IndexOf(mark);
        Span<byte> plain = stackalloc byte[MaxLength];
        digits.CopyTo(plain);
        plain[place] = (byte)'.';
        if (!TryReadInvariant(plain[..digits.Length], NumberStyles.None, out reading))
        {
            return false;
        }

        reading = reading with { Evidence = asDecimal };
        if (!IsGrouped(digits, mark))
        {
            return true;
        }

        Span<byte> joined = stackalloc byte[MaxLength];
        var length = Join(digits, mark, default, joined);
        TryReadInvariant(joined[..length], NumberStyles.None, out var grouped);
        reading = asDecimal == NumberConvention.Point
            ? new NumberReading(reading.ByPoint, grouped.ByPoint, NumberConvention.None)
            : new NumberReading(grouped.ByPoint, reading.ByPoint, NumberConvention.None);
        return true;
    }

    private static bool TryReadGroups(
        ReadOnlySpan<byte> digits, byte group, byte fraction, NumberConvention evidence, out NumberReading reading)
    {
        reading = default;
        var end = fraction == default ? digits.Length : digits.IndexOf(fraction);
        if (!IsGrouped(digits[..end], group))
        {
            return false;
        }

        Span<byte> joined = stackalloc byte[MaxLength];
        var length = Join(digits, group, fraction, joined);
        var isRead = TryReadInvariant(joined[..length], NumberStyles.None, out reading);
        reading = reading with { Evidence = evidence };
        return isRead;
    }

    /// <summary>Whether marks stand where those between thousands do: 1.360, 12.345.678; not 0.360.</summary>
    private static bool IsGrouped(ReadOnlySpan<byte> digits, byte mark)
    {
        var first = digits.IndexOf(mark);
        if (first is < 1 or > GroupLength || digits[0] == '0')
        {
            return false;
        }

        for (var start = first; start < digits.Length; start += GroupLength + 1)
        {
            if (digits[start] != mark || digits.Length - start <= GroupLength
                || digits.Slice(start + 1, GroupLength).Contains(mark))
            {
                return false;
            }
        }

        return true;
    }

    private static int Join(ReadOnlySpan<byte> digits, byte drop, byte point, Span<byte> joined)
    {
        var length = 0;
        foreach (var b in digits)
        {
            if (b != drop)
            {
                joined[length++] = point != default && b == point ? (byte)'.' : b;
            }
        }

        return length;
    }

    /// <summary>
    /// Takes out single spaces between groups of three digits, plain ones and the two that do not break (U+00A0,
    /// U+202F); they stand before the decimals only.
    /// </summary>
    private static bool TryCloseGaps(ReadOnlySpan<byte> text, Span<byte> compact, out int length)
    {
        length = 0;
        var group = 0;
        var hasGap = false;
        var hasMark = false;
        for (var i = 0; i < text.Length; i++)
        {
            var gap = GapLength(text[i..]);
            if (gap > 0)
            {
                if (hasMark || (hasGap ? group != GroupLength : group is < 1 or > GroupLength))
                {
                    return false;
                }

                hasGap = true;
                group = 0;
                i += gap - 1;
                continue;
            }

            compact[length++] = text[i];
            if (IsDigit(text[i]))
            {
                group++;
            }
            else if (text[i] is (byte)'.' or (byte)',' && !hasMark)
            {
                hasMark = true;
                if (hasGap && group != GroupLength)
                {
                    return false;
                }
            }
        }

        return !hasGap || hasMark || group == GroupLength;
    }

    private static int GapLength(ReadOnlySpan<byte> text) => text switch
    {
        [(byte)' ', ..] => 1,
        [0xC2, 0xA0, ..] => 2,
        [0xE2, 0x80, 0xAF, ..] => 3,
        _ => 0,
    };

    private static bool TryReadInvariant(ReadOnlySpan<byte> text, NumberStyles extra, out NumberReading reading)
    {
        var isRead = double.TryParse(
            text, NumberStyles.AllowDecimalPoint | extra, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            && text.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0;
        reading = new NumberReading(value, value, NumberConvention.None);
        return isRead;
    }

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';
}
