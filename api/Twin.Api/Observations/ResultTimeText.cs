using System.Globalization;
using System.Text;
using Twin.Api.Requests;

namespace Twin.Api.Observations;

/// <summary>
/// Reads when a value was produced: RFC 3339, or a day or day and time without an offset, which is meant in Vietnam. A
/// day alone is its beginning.
/// </summary>
internal static class ResultTimeText
{
    private const int MaxLength = 40;

    private static readonly string[] WithOffset =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    private static readonly string[] WithoutOffset =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "d/M/yyyy", "d/M/yyyy HH:mm", "d/M/yyyy HH:mm:ss",
        "d-M-yyyy", "HH:mm d/M/yyyy",
    ];

    /// <summary>Reads an instant, in UTC and whole milliseconds.</summary>
    public static bool TryRead(ReadOnlySpan<byte> utf8, out DateTimeOffset instant)
    {
        instant = default;
        Span<char> buffer = stackalloc char[MaxLength];
        if (utf8.Length > MaxLength || !Ascii.IsValid(utf8))
        {
            return false;
        }

        var text = buffer[..Encoding.ASCII.GetChars(utf8, buffer)];
        // Tried first: with an offset, the patterns without one cannot match, and the reverse would take local time.
        if (DateTime.TryParseExact(
            text, WithoutOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            instant = ToUtcMilliseconds(new DateTimeOffset(
                DateTime.SpecifyKind(local, DateTimeKind.Unspecified), VietnamTime.Offset));
            return true;
        }

        if (DateTimeOffset.TryParseExact(
            text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.None, out var given))
        {
            instant = ToUtcMilliseconds(given);
            return true;
        }

        return false;
    }

    /// <summary>The instant in UTC, without what is finer than a millisecond.</summary>
    public static DateTimeOffset ToUtcMilliseconds(DateTimeOffset instant) =>
        DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds());
}
