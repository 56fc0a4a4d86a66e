using System.Diagnostics.CodeAnalysis;

namespace Twin.Model.Indicators;

/// <summary>The code of an indicator, upper case with hyphens: <c>FIBER-HOUSEHOLDS</c>.</summary>
public readonly record struct IndicatorCode : ISpanParsable<IndicatorCode>, IComparable<IndicatorCode>
{
    /// <summary>The longest code accepted, in characters.</summary>
    public const int MaxLength = 64;

    private readonly string? _value;

    private IndicatorCode(string value) => _value = value;

    /// <summary>The code as text; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Whether one code precedes another in ordinal order.</summary>
    public static bool operator <(IndicatorCode left, IndicatorCode right) => left.CompareTo(right) < 0;

    /// <summary>Whether one code follows another in ordinal order.</summary>
    public static bool operator >(IndicatorCode left, IndicatorCode right) => left.CompareTo(right) > 0;

    /// <summary>Whether one code precedes another or is the same.</summary>
    public static bool operator <=(IndicatorCode left, IndicatorCode right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one code follows another or is the same.</summary>
    public static bool operator >=(IndicatorCode left, IndicatorCode right) => left.CompareTo(right) >= 0;

    /// <summary>Reads the text; throws <see cref="FormatException"/> where it is not one.</summary>
    public static IndicatorCode Parse(string s) => Parse(s, null);

    /// <summary>Reads a code; throws <see cref="FormatException"/> where the text is none.</summary>
    public static IndicatorCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException($"'{s}' is not an indicator code.");

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static IndicatorCode Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString(), provider);

    /// <summary>Reads a code: 1 to 64 ASCII letters, digits or hyphens.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out IndicatorCode result) =>
        TryParse(s, null, out result);

    /// <inheritdoc cref="TryParse(string?, out IndicatorCode)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out IndicatorCode result)
    {
        var valid = CodeText.IsValid(s, MaxLength);
        result = valid ? new IndicatorCode(s!) : default; // IsValid is false for null.
        return valid;
    }

    /// <inheritdoc cref="TryParse(string?, out IndicatorCode)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out IndicatorCode result) =>
        TryParse(s.ToString(), provider, out result);

    /// <inheritdoc/>
    public int CompareTo(IndicatorCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
