using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Twin.Api.Space.Moving;

/// <summary>
/// Where a page of vessels ended: at a vessel, and not at a place of a list, so that vessels which come and go between
/// two pages hide and repeat no other.
/// </summary>
/// <param name="Key">What it was ordered by; 0 where the id alone orders.</param>
/// <param name="Id">Its id.</param>
internal sealed record SearchCursor(double Key, string Id) : IComparable<SearchCursor>
{
    private const string Prefix = "after:";

    /// <inheritdoc/>
    public int CompareTo(SearchCursor? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byKey = Key.CompareTo(other.Key);
        return byKey != 0 ? byKey : string.CompareOrdinal(Id, other.Id);
    }

    /// <summary>Whether it stands before another.</summary>
    public static bool operator <(SearchCursor left, SearchCursor right) => left.CompareTo(right) < 0;

    /// <summary>Whether it stands behind another.</summary>
    public static bool operator >(SearchCursor left, SearchCursor right) => left.CompareTo(right) > 0;

    /// <summary>Whether it stands at another or before.</summary>
    public static bool operator <=(SearchCursor left, SearchCursor right) => left.CompareTo(right) <= 0;

    /// <summary>Whether it stands at another or behind.</summary>
    public static bool operator >=(SearchCursor left, SearchCursor right) => left.CompareTo(right) >= 0;

    /// <summary>Reads what <see cref="Format"/> gave.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SearchCursor? cursor)
    {
        cursor = null;
        try
        {
            var decoded = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
            if (decoded.Split(':', 3) is ["after", var key, var id]
                && double.TryParse(key, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                cursor = new SearchCursor(number, id);
            }
        }
        catch (FormatException)
        {
            // No cursor of ours.
        }

        return cursor is not null;
    }

    /// <summary>The cursor as text that invites nobody to count with it.</summary>
    public string Format() => Base64Url.EncodeToString(
        Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Key:R}:{Id}")));
}
