using System.Diagnostics.CodeAnalysis;

namespace Twin.Model.Vessels;

/// <summary>
/// What a vessel answers to: its registration number, such as <c>HP-90123-TS</c>, or the nine digits of its MMSI where
/// it has none. Letters are upper case, so that one number has one text. Ids are told apart and put in order by a
/// number beside the text, so that a walk over many does not follow a reference for each.
/// </summary>
public readonly record struct VesselId : ISpanParsable<VesselId>, IComparable<VesselId>
{
    /// <summary>The longest id accepted, in characters.</summary>
    public const int MaxLength = 24;

    // No character, a hyphen, ten digits and 26 letters: twelve of them and one bit are just below 2^64.
    private const int Alphabet = 38;
    private const int Leading = 12;

    private readonly string? _value;

    // The leading characters as a number, doubled; odd where there are more, which then decide.
    private readonly ulong _order;

    private VesselId(string value)
    {
        _value = value;
        for (var i = 0; i < Leading; i++)
        {
            _order = (_order * Alphabet) + (i < value.Length ? RankOf(value[i]) : 0);
        }

        _order = (_order << 1) | (value.Length > Leading ? 1UL : 0);
    }

    /// <summary>The id as text; empty for <c>default</c>.</summary>
    public string Value => _value ?? string.Empty;

    private bool IsLong => (_order & 1) != 0;

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
    public int CompareTo(VesselId other)
    {
        var byOrder = _order.CompareTo(other._order);
        return byOrder != 0 || !IsLong ? byOrder : string.CompareOrdinal(Value, other.Value);
    }

    /// <inheritdoc/>
    public bool Equals(VesselId other) =>
        _order == other._order && (!IsLong || string.Equals(_value, other._value, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override int GetHashCode() =>
        IsLong ? string.GetHashCode(_value, StringComparison.Ordinal) : HashCode.Combine(_order);

    /// <inheritdoc/>
    public override string ToString() => Value;

    // In ordinal order, and all above no character.
    private static ulong RankOf(char c) => c switch
    {
        '-' => 1,
        <= '9' => (ulong)(c - '0') + 2,
        _ => (ulong)(c - 'A') + 12,
    };
}
