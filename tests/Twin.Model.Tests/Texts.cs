using System.Globalization;
using Twin.Model.Time;

namespace Twin.Model.Tests;

/// <summary>Short words for values that tests write as text.</summary>
internal static class Texts
{
    /// <summary>A time period.</summary>
    public static TimePeriod Period(string text) => TimePeriod.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>A day, as <c>2025-06-30</c>.</summary>
    public static DateOnly Day(string text) =>
        DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant in UTC, as <c>2025-06-30T12:00:00</c>.</summary>
    public static DateTimeOffset Instant(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
