using System.Diagnostics.CodeAnalysis;

namespace Twin.Model.Places;

/// <summary>What a place of a layer answers to, such as <c>5G-0042</c>. Letters keep their case.</summary>
public readonly record struct PlaceId : ISpanParsable<PlaceId>, IComparable<PlaceId>
{
    /// <summary>The longest id accepted, in characters.</summary>
    public const int MaxLength = 64;

    private readonly string? _value;

    private PlaceId(string value) => _value = value;

    /// <summary>The id as text; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Whether one id precedes another in ordinal order.</summary>
    public static bool operator <(PlaceId left, PlaceId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one id follows another in ordinal order.</summary>
    public static bool operator >(PlaceId left, PlaceId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one id precedes another or is the same.</summary>
    public static bool operator <=(PlaceId left, PlaceId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one id follows another or is the same.</summary>
    public static bool operator >=(PlaceId left, PlaceId right) => left.CompareTo(right) >= 0;

    /// <summary>Reads an id; throws <see cref="FormatException"/> where the text is none.</summary>
    public static PlaceId Parse(string s) => Parse(s, null);

    /// <inheritdoc cref="Parse(string)"/>
    public static PlaceId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not a place's id.");

    /// <inheritdoc cref="Parse(string)"/>
    public static PlaceId Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString(), provider);

    /// <summary>Reads an id: 1 to 64 ASCII letters, digits or hyphens.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out PlaceId result) => TryParse(s, null, out result);

    /// <inheritdoc cref="TryParse(string?, out PlaceId)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PlaceId result)
    {
        var valid = CodeText.IsValid(s, MaxLength);
        result = valid ? new PlaceId(s!) : default; // IsValid is false for null.
        return valid;
    }

    /// <inheritdoc cref="TryParse(string?, out PlaceId)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out PlaceId result) =>
        TryParse(s.ToString(), provider, out result);

    /// <inheritdoc/>
    public int CompareTo(PlaceId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
