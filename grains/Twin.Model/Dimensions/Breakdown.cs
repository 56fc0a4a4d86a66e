using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Twin.Model.Dimensions;

/// <summary>
/// Which part of a total an observation is of: none (the total itself), or one member of each of 1 to
/// <see cref="MaxDimensions"/> dimensions (SDMX), as <c>OPERATOR=VIETTEL;ROAD_CLASS=MAIN</c>. The text is canonical:
/// upper case, dimensions in ordinal order, so equal texts are equal breakdowns. Immutable.
/// </summary>
public readonly record struct Breakdown : IComparable<Breakdown>
{
    /// <summary>The most dimensions that one breakdown has.</summary>
    public const int MaxDimensions = 3;

    /// <summary>The longest code of a dimension or member, in characters.</summary>
    public const int MaxCodeLength = 64;

    /// <summary>The longest text, in characters.</summary>
    public const int MaxLength = (MaxDimensions * ((2 * MaxCodeLength) + 2)) - 1;

    /// <summary>The total: no breakdown.</summary>
    public static readonly Breakdown None;

    private const char Between = ';';
    private const char Is = '=';

    private readonly string? _text;

    private Breakdown(string text) => _text = text;

    /// <summary>Whether it is the total.</summary>
    public bool IsNone => _text is null;

    /// <summary>The dimensions with their members, in ordinal order of dimension; empty for the total.</summary>
    public ImmutableArray<DimensionMember> Members
    {
        get
        {
            if (_text is null)
            {
                return [];
            }

            var members = ImmutableArray.CreateBuilder<DimensionMember>(MaxDimensions);
            foreach (var range in _text.AsSpan().Split(Between))
            {
                var pair = _text.AsSpan(range);
                var middle = pair.IndexOf(Is);
                members.Add(new DimensionMember(pair[..middle].ToString(), pair[(middle + 1)..].ToString()));
            }

            return members.DrainToImmutable();
        }
    }

    /// <summary>Whether one breakdown precedes another in ordinal order of text; the total precedes all.</summary>
    public static bool operator <(Breakdown left, Breakdown right) => left.CompareTo(right) < 0;

    /// <summary>Whether one breakdown follows another in ordinal order of text.</summary>
    public static bool operator >(Breakdown left, Breakdown right) => left.CompareTo(right) > 0;

    /// <summary>Whether one breakdown precedes another or is the same.</summary>
    public static bool operator <=(Breakdown left, Breakdown right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one breakdown follows another or is the same.</summary>
    public static bool operator >=(Breakdown left, Breakdown right) => left.CompareTo(right) >= 0;

    /// <summary>Makes the breakdown of some members; throws where <see cref="TryCreate"/> says <c>false</c>.</summary>
    public static Breakdown Of(params ReadOnlySpan<DimensionMember> members) => TryCreate(members, out var breakdown)
        ? breakdown
        : throw new ArgumentException("The members make no breakdown.", nameof(members));

    /// <summary>
    /// Makes the breakdown of some members, in any order and case; <c>false</c> when they are too many, when a
    /// dimension is there twice, or when a code is none. No members make the total.
    /// </summary>
    public static bool TryCreate(ReadOnlySpan<DimensionMember> members, out Breakdown breakdown)
    {
        breakdown = default;
        if (members.Length > MaxDimensions)
        {
            return false;
        }

        var pairs = new List<string>(members.Length);
        var dimensions = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (dimension, member) in members)
        {
            if (!IsCode(dimension) || !IsCode(member) || !dimensions.Add(dimension))
            {
                return false;
            }

            pairs.Add($"{dimension}{Is}{member}".ToUpperInvariant());
        }

        pairs.Sort(static (a, b) => string.CompareOrdinal(DimensionOf(a), DimensionOf(b)));
        breakdown = pairs.Count == 0 ? default : new Breakdown(string.Join(Between, pairs));
        return true;
    }

    /// <summary>Reads the text, dimensions in any order and case; empty is the total.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Breakdown breakdown)
    {
        breakdown = default;
        if (text is null || text.Length > MaxLength)
        {
            return false;
        }

        if (text.Length == 0)
        {
            return true;
        }

        var members = new List<DimensionMember>(MaxDimensions);
        foreach (var pair in text.Split(Between))
        {
            if (pair.Split(Is) is not [var dimension, var member])
            {
                return false;
            }

            members.Add(new DimensionMember(dimension.Trim(), member.Trim()));
        }

        return TryCreate([.. members], out breakdown);
    }

    /// <summary>Reads the text; throws <see cref="FormatException"/> where it is none.</summary>
    public static Breakdown Parse(string text) =>
        TryParse(text, out var breakdown) ? breakdown : throw new FormatException($"'{text}' is not a breakdown.");

    /// <summary>Whether the text is 1 to 64 ASCII letters, digits, hyphens, underscores or points.</summary>
    public static bool IsCode([NotNullWhen(true)] string? text)
    {
        if (string.IsNullOrEmpty(text) || text.Length > MaxCodeLength)
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.'))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The member of a dimension; <c>null</c> when it is not broken down by that.</summary>
    public string? MemberOf(string dimension)
    {
        foreach (var one in Members)
        {
            if (string.Equals(one.Dimension, dimension, StringComparison.Ordinal))
            {
                return one.Member;
            }
        }

        return null;
    }

    /// <summary>The breakdown without a dimension.</summary>
    public Breakdown Without(string dimension) =>
        Of([.. Members.Where(m => !string.Equals(m.Dimension, dimension, StringComparison.Ordinal))]);

    /// <summary>
    /// This breakdown and all coarser ones, down to the total: without each dimension, without each two, and so on.
    /// </summary>
    public IEnumerable<Breakdown> SelfAndCoarser()
    {
        var members = Members;
        for (var kept = (1 << members.Length) - 1; kept > 0; kept--)
        {
            var mask = kept;
            yield return Of([.. members.Where((_, place) => (mask & (1 << place)) != 0)]);
        }

        yield return None;
    }

    /// <inheritdoc/>
    public int CompareTo(Breakdown other) => string.CompareOrdinal(_text, other._text);

    /// <summary>The canonical text; empty for the total.</summary>
    public override string ToString() => _text ?? string.Empty;

    private static string DimensionOf(string pair) => pair[..pair.IndexOf(Is, StringComparison.Ordinal)];
}
