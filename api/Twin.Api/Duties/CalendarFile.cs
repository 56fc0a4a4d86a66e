using System.Globalization;
using System.Text;
using Twin.Model;
using Twin.Model.Duties;

namespace Twin.Api.Duties;

/// <summary>Writes due days as iCalendar (RFC 5545): an all-day event for each duty and period.</summary>
internal static class CalendarFile
{
    /// <summary>The media type.</summary>
    public const string MediaType = "text/calendar";

    // RFC 5545 §3.1: lines longer than 75 octets are folded; the next begins with a space.
    private const int MaxLineOctets = 75;

    /// <summary>The whole file.</summary>
    /// <param name="occurrences">What is due.</param>
    /// <param name="city">The city.</param>
    /// <param name="unit">The unit that it is for: makes ids unique among calendars.</param>
    /// <param name="isVietnamese">The language of the names.</param>
    /// <param name="now">When it is written.</param>
    public static string Write(
        IReadOnlyList<DutyOccurrence> occurrences,
        CityDefinition city,
        string unit,
        bool isVietnamese,
        DateTimeOffset now)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Twin//Duties//EN");
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "METHOD:PUBLISH");
        foreach (var day in occurrences.GroupBy(one => one.Deadline.DueDay))
        {
            foreach (var due in DutyCalendar.Due(day, city.Duties))
            {
                Event(text, day.Key, due, $"{due.DutyId}.{due.Period}.{unit}@{city.DatasetId}.twin", isVietnamese, now);
            }
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Event(
        StringBuilder text, DateOnly day, DutyDueAnswer due, string id, bool isVietnamese, DateTimeOffset now)
    {
        var name = isVietnamese ? due.NameVi : due.NameEn;
        var count = due.Count;
        var (here, open) = (count.Received, count.Expected - count.Received);
        var description = isVietnamese
            ? FormattableString.Invariant($"Đã nộp {here}/{count.Expected}, thiếu {open}")
            : FormattableString.Invariant($"Received {here} of {count.Expected}, outstanding {open}");
        Line(text, "BEGIN:VEVENT");
        Line(text, $"UID:{Escape(id)}");
        Line(text, string.Create(CultureInfo.InvariantCulture, $"DTSTAMP:{now.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"));
        Line(text, string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{day:yyyyMMdd}"));
        Line(text, string.Create(CultureInfo.InvariantCulture, $"DTEND;VALUE=DATE:{day.AddDays(1):yyyyMMdd}"));
        Line(text, $"SUMMARY:{Escape($"{name} ({due.Period})")}");
        Line(text, $"DESCRIPTION:{Escape(description)}");
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "END:VEVENT");
    }

    private static string Escape(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxLineOctets)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
