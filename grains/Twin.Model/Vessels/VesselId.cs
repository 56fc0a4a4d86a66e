using System.Diagnostics.CodeAnalysis;

namespace Twin.Model.Vessels;

/// <summary>
/// What a vessel answers to: its registration number, such as <c>HP-90123-TS</c>, or the nine digits of its MMSI where
/// it has none. Letters are upper case, so that one number has one text.
/// </summary>
public readonly record struct VesselId : ISpanParsable<VesselId>, IComparable<VesselId>
{
    /// <summary>The longest id accepted, in characters.</summary>
    public const int MaxLength = 24;

    private readonly string? _value;

    private VesselId(string value) => _value = value;

    /// <summary>The id as text; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    /// <summary>Whether one id precedes another in ordinal order.</summary>
    public static bool operator <(VesselId left, VesselId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one id follows another in ordinal order.</summary>
    public static bool operator >(VesselId left, VesselId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one id precedes another or is the same.</summary>
    public static bool operator <=(VesselId left, VesselId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one id follows another or is the same.</summary>
    public static bool operator >=(VesselId left, VesselId right) => left.CompareTo(right) >= 0;

    /// <summary>The id of a vessel that is known by its MMSI alone.</summary>
    public static VesselId Of(Mmsi mmsi) => new(mmsi.ToString());

    /// <summary>Reads an id; throws <see cref="FormatException"/> where the text is none.</summary>
    public static VesselId Parse(string s) => Parse(s, null);

    /// <inheritdoc cref="Parse(string)"/>
    public static VesselId Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not a vessel's id.");

    /// <inheritdoc cref="Parse(string)"/>
    public static VesselId Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString(), provider);

    /// <summary>Reads an id: 1 to 24 ASCII letters, digits or hyphens.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out VesselId result) => TryParse(s, null, out result);

    /// <inheritdoc cref="TryParse(string?, out VesselId)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out VesselId result)
    {
        var valid = CodeText.IsValid(s, MaxLength);
        result = valid ? new VesselId(s!.ToUpperInvariant()) : default; // IsValid is false for null.
        return valid;
    }

    /// <inheritdoc cref="TryParse(string?, out VesselId)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out VesselId result) =>
        TryParse(s.ToString(), provider, out result);

    /// <inheritdoc/>
    public int CompareTo(VesselId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
