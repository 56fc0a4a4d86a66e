using System.Diagnostics.CodeAnalysis;

namespace Twin.Model.Units;

/// <summary>
/// The code that the General Statistics Office gives an administrative unit: <c>31</c> is Hải Phòng, <c>303</c> Hồng
/// Bàng, <c>11296</c> Quán Toan. A code may name different units at different dates; code and date together are unique.
/// </summary>
public readonly record struct AdministrativeUnitCode : ISpanParsable<AdministrativeUnitCode>,
    IComparable<AdministrativeUnitCode>
{
    /// <summary>The longest code accepted, in characters.</summary>
    public const int MaxLength = 16;

    private readonly string? _value;

    private AdministrativeUnitCode(string value) => _value = value;

    /// <summary>The code as text; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Whether one code precedes another in ordinal order.</summary>
    public static bool operator <(AdministrativeUnitCode left, AdministrativeUnitCode right) =>
        left.CompareTo(right) < 0;

    /// <summary>Whether one code follows another in ordinal order.</summary>
    public static bool operator >(AdministrativeUnitCode left, AdministrativeUnitCode right) =>
        left.CompareTo(right) > 0;

    /// <summary>Whether one code precedes another or is the same.</summary>
    public static bool operator <=(AdministrativeUnitCode left, AdministrativeUnitCode right) =>
        left.CompareTo(right) <= 0;

    /// <summary>Whether one code follows another or is the same.</summary>
    public static bool operator >=(AdministrativeUnitCode left, AdministrativeUnitCode right) =>
        left.CompareTo(right) >= 0;

    /// <summary>Reads the text; throws <see cref="FormatException"/> where it is not one.</summary>
    public static AdministrativeUnitCode Parse(string s) => Parse(s, null);

    /// <summary>Reads a code; throws <see cref="FormatException"/> where the text is none.</summary>
    public static AdministrativeUnitCode Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var code) ? code : throw new FormatException($"'{s}' is not a unit code.");

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static AdministrativeUnitCode Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        Parse(s.ToString(), provider);

    /// <summary>Reads a code: 1 to 16 ASCII letters, digits or hyphens.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out AdministrativeUnitCode result) =>
        TryParse(s, null, out result);

    /// <inheritdoc cref="TryParse(string?, out AdministrativeUnitCode)"/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, out AdministrativeUnitCode result)
    {
        var valid = CodeText.IsValid(s, MaxLength);
        result = valid ? new AdministrativeUnitCode(s!) : default; // IsValid is false for null.
        return valid;
    }

    /// <inheritdoc cref="TryParse(string?, out AdministrativeUnitCode)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out AdministrativeUnitCode result) =>
        TryParse(s.ToString(), provider, out result);

    /// <inheritdoc/>
    public int CompareTo(AdministrativeUnitCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
