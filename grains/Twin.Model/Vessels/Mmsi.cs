using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Twin.Model.Vessels;

/// <summary>
/// A maritime mobile service identity (ITU-R M.585): nine digits, of which the first three may be zeros for groups
/// and coast stations. Its text is always nine digits.
/// </summary>
public readonly record struct Mmsi : ISpanParsable<Mmsi>, IComparable<Mmsi>
{
    /// <summary>The digits of the text.</summary>
    public const int Digits = 9;

    private const uint Limit = 1_000_000_000;

    private Mmsi(uint value) => Value = value;

    /// <summary>The identity as a number; zero only for <c>default</c>.</summary>
    public uint Value { get; }

    /// <summary>Whether its maritime identification digits are those of Vietnam, 574 (ITU-R M.585, ships).</summary>
    public bool IsVietnamese => Value / 1_000_000 == 574;

    /// <summary>Whether one identity precedes another as a number.</summary>
    public static bool operator <(Mmsi left, Mmsi right) => left.Value < right.Value;

    /// <summary>Whether one identity follows another as a number.</summary>
    public static bool operator >(Mmsi left, Mmsi right) => left.Value > right.Value;

    /// <summary>Whether one identity precedes another or is the same.</summary>
    public static bool operator <=(Mmsi left, Mmsi right) => left.Value <= right.Value;

    /// <summary>Whether one identity follows another or is the same.</summary>
    public static bool operator >=(Mmsi left, Mmsi right) => left.Value >= right.Value;

    /// <summary>The identity of a user ID of AIS; <c>false</c> for zero and for what nine digits cannot hold.</summary>
    public static bool TryCreate(uint value, out Mmsi result)
    {
        result = value is > 0 and < Limit ? new Mmsi(value) : default;
        return result.Value > 0;
    }

    /// <summary>Reads nine digits; throws <see cref="FormatException"/> where the text is none.</summary>
    public static Mmsi Parse(string s) => Parse(s.AsSpan(), null);

    /// <inheritdoc cref="Parse(string)"/>
    public static Mmsi Parse(string s, IFormatProvider? provider) => Parse(s.AsSpan(), provider);

    /// <inheritdoc cref="Parse(string)"/>
    public static Mmsi Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var mmsi) ? mmsi : throw new FormatException($"'{s}' is not nine digits of an MMSI.");

    /// <summary>Reads nine digits.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out Mmsi result) =>
        TryParse(s.AsSpan(), null, out result);

    /// <inheritdoc cref="TryParse(string?, out Mmsi)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Mmsi result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc cref="TryParse(string?, out Mmsi)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Mmsi result)
    {
        result = default;
        return s.Length == Digits
            && uint.TryParse(s, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            && TryCreate(value, out result);
    }

    /// <inheritdoc/>
    public int CompareTo(Mmsi other) => Value.CompareTo(other.Value);

    /// <summary>Nine digits.</summary>
    public override string ToString() => Value.ToString("D9", CultureInfo.InvariantCulture);
}
