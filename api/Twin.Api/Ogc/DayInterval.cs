using System.Globalization;
using Twin.Api.Requests;
using Twin.Model.Calendars;

namespace Twin.Api.Ogc;

/// <summary>
/// What <c>datetime</c> asks for: as days, for what stands for whole days, one or all from the first to the last; and
/// as instants, for what moves.
/// </summary>
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

    /// <summary>The first instant; <c>null</c> where it is open.</summary>
    public DateTimeOffset? Since { get; private init; }

    /// <summary>The last instant; <c>null</c> where it is open, or where nothing was asked for: now.</summary>
    public DateTimeOffset? Until { get; private init; }

    /// <summary>Whether it is one instant, or now.</summary>
    public bool IsInstant => Since == Until;

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
        if (parts.Length == 1 && TryParseDay(text, out var day, out var from, out var to))
        {
            interval = new DayInterval(day, day) { Since = from, Until = to };
            return true;
        }

        if (parts.Length != 2 || !TryParseEnd(parts[0], DateOnly.MinValue, out var first, out from, out _)
            || !TryParseEnd(parts[1], DateOnly.MaxValue, out var last, out _, out to))
        {
            return false;
        }

        interval = new DayInterval(first, last) { Since = from, Until = to };
        return first <= last && !(from > to);
    }

    private static bool TryParseEnd(
        string text, DateOnly open, out DateOnly day, out DateTimeOffset? from, out DateTimeOffset? to)
    {
        (day, from, to) = (open, null, null);
        return text is "" or ".." || TryParseDay(text, out day, out from, out to);
    }

    /// <summary>A day with its first and last instant; or the day in Vietnam of an instant.</summary>
    private static bool TryParseDay(
        string text, out DateOnly day, out DateTimeOffset? from, out DateTimeOffset? to)
    {
        (from, to) = (null, null);
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            // The first and the last day that a calendar has are as good as open.
            from = day == DateOnly.MinValue ? null : VietnamDay.StartOf(day);
            to = day == DateOnly.MaxValue ? null : VietnamDay.EndOf(day).AddTicks(-1);
            return true;
        }

        // Without an offset an instant would be taken as the silo's local time, which no client knows.
        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-');
        if (!hasOffset || !DateTimeOffset.TryParseExact(
            text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            return false;
        }

        (day, from, to) = (VietnamDay.Of(instant), instant, instant);
        return true;
    }
}
