using System.Globalization;
using Twin.Api.Requests;
using Twin.Model.Calendars;

namespace Twin.Api.Ogc;

/// <summary>The days that <c>datetime</c> asks for: one, or all from the first to the last.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day.</param>
internal readonly record struct DayInterval(DateOnly First, DateOnly Last)
{
    /// <summary>The parameter (OGC 17-069r4 §7.15.4).</summary>
    public static readonly QueryParameter Parameter = new(
        "datetime",
        "A day or instant, or two with a slash between, .. for an open end; today in Vietnam by default.")
    {
        Example = "2024-12-31",
    };

    private const string Hint =
        "Use 2024-12-31, 2024-12-31T00:00:00Z, 2024-01-01/2024-12-31, 2024-01-01/.. or ../2024-12-31; write + as %2B.";

    private static readonly string[] InstantFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Whether it is one day.</summary>
    public bool IsDay => First == Last;

    /// <summary>Reads the parameter; <paramref name="today"/> where it is not given.</summary>
    public static DayInterval Read(QueryReader query, DateOnly today)
    {
        if (query.Text(Parameter.Name) is not { } text)
        {
            return new DayInterval(today, today);
        }

        if (TryParse(text, out var interval))
        {
            return interval;
        }

        query.Refuse(Parameter.Name, Hint);
        return default;
    }

    /// <summary>Reads the parameter where it must be one day; <paramref name="today"/> where it is not given.</summary>
    public static DateOnly ReadDay(QueryReader query, DateOnly today)
    {
        var interval = Read(query, today);
        if (!interval.IsDay)
        {
            query.Refuse(Parameter.Name, "A map shows one day: give a day such as 2024-12-31.");
        }

        return interval.First;
    }

    private static bool TryParse(string text, out DayInterval interval)
    {
        interval = default;
        var parts = text.Split('/');
        if (parts.Length == 1 && TryParseDay(text, out var day))
        {
            interval = new DayInterval(day, day);
            return true;
        }

        if (parts.Length != 2 || !TryParseEnd(parts[0], DateOnly.MinValue, out var first)
            || !TryParseEnd(parts[1], DateOnly.MaxValue, out var last))
        {
            return false;
        }

        interval = new DayInterval(first, last);
        return first <= last;
    }

    private static bool TryParseEnd(string text, DateOnly open, out DateOnly day)
    {
        day = open;
        return text is "" or ".." || TryParseDay(text, out day);
    }

    /// <summary>A day, or the day in Vietnam of an instant.</summary>
    private static bool TryParseDay(string text, out DateOnly day)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return true;
        }

        // Without an offset an instant would be taken as the silo's local time, which no client knows.
        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-');
        if (!hasOffset || !DateTimeOffset.TryParseExact(
            text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return false;
        }

        day = VietnamDay.Of(instant);
        return true;
    }
}
