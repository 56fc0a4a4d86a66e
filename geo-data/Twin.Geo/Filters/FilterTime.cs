using System.Globalization;
using Twin.Model.Calendars;

namespace Twin.Geo.Filters;

/// <summary>
/// An interval of time with both ends in it, by the clock of Vietnam; an instant, or a day, has one end. Days and
/// instants are compared as if a day were its midnight.
/// </summary>
/// <param name="Start">Where it starts; <see cref="DateTime.MinValue"/> where it is open.</param>
/// <param name="End">Where it ends; <see cref="DateTime.MaxValue"/> where it is open.</param>
public sealed record FilterTime(DateTime Start, DateTime End)
{
    private static readonly string[] InstantFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>A day.</summary>
    public static FilterTime Of(DateOnly day) => At(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>An instant.</summary>
    public static FilterTime Of(DateTimeOffset instant) => At(instant.ToOffset(VietnamDay.Offset).DateTime);

    /// <summary>Reads a day or an instant of RFC 3339.</summary>
    public static FilterTime? Parse(string text) =>
        TryParseDay(text, out var value) || TryParseInstant(text, out value) ? At(value) : null;

    /// <summary>The instant at which it starts.</summary>
    public DateTimeOffset ToInstant() => new(Start, VietnamDay.Offset);

    internal static bool TryParseDay(string text, out DateTime value)
    {
        value = default;
        if (!DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return false;
        }

        value = day.ToDateTime(TimeOnly.MinValue);
        return true;
    }

    /// <summary>An instant of RFC 3339; without an offset it is no instant.</summary>
    internal static bool TryParseInstant(string text, out DateTime value)
    {
        value = default;
        if (!(text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-')) || !DateTimeOffset.TryParseExact(
            text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant))
        {
            return false;
        }

        value = instant.ToOffset(VietnamDay.Offset).DateTime;
        return true;
    }

    internal static FilterTime At(DateTime instant) => new(instant, instant);
}
