using System.Diagnostics.CodeAnalysis;
using System.Diagnostics;
using System.Globalization;

namespace Twin.Model.Time;

/// <summary>
/// An SDMX time period: <c>2025</c>, <c>2025-S1</c>, <c>2025-Q3</c>, <c>2025-06</c>, <c>2025-06-15</c>, or the first
/// months of a year, <c>2025-01-01/P10M</c>; in the Gregorian calendar, years 1900 to 2199. Ordered by frequency, then
/// time.
/// </summary>
public readonly record struct TimePeriod : ISpanParsable<TimePeriod>, IComparable<TimePeriod>
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;
    private const int FrequencyShift = 24;
    private const int OrdinalMask = (1 << FrequencyShift) - 1;
    private const int PartsPerYear = 11; // January to any month but December: with December it is the year.

    private TimePeriod(PeriodFrequency frequency, int ordinal) => Key = ((int)frequency << FrequencyShift) | ordinal;

    /// <summary>
    /// The period as one number: frequency in the top byte, below it the count of such periods since 1900. Stable, so
    /// that stores may keep it; consecutive periods differ by one. Zero only for <c>default</c>, which is no period.
    /// </summary>
    public int Key { get; private init; }

    /// <summary>How long the period is.</summary>
    public PeriodFrequency Frequency => (PeriodFrequency)(Key >> FrequencyShift);

    /// <summary>The first day.</summary>
    public DateOnly Start => Frequency switch
    {
        PeriodFrequency.Annual => new DateOnly(FirstYear + Ordinal, 1, 1),
        PeriodFrequency.HalfYear => new DateOnly(FirstYear + (Ordinal / 2), 1 + (Ordinal % 2 * 6), 1),
        PeriodFrequency.Quarter => new DateOnly(FirstYear + (Ordinal / 4), 1 + (Ordinal % 4 * 3), 1),
        PeriodFrequency.Month => new DateOnly(FirstYear + (Ordinal / 12), 1 + (Ordinal % 12), 1),
        PeriodFrequency.Day => new DateOnly(FirstYear, 1, 1).AddDays(Ordinal),
        PeriodFrequency.YearToDate => new DateOnly(FirstYear + (Ordinal / PartsPerYear), 1, 1),
        _ => throw new UnreachableException("A default time period has no start."),
    };

    /// <summary>The last day. Units and boundaries of a period are those of this day.</summary>
    public DateOnly End => Frequency == PeriodFrequency.YearToDate
        ? Start.AddMonths(Months).AddDays(-1)
        : new TimePeriod { Key = Key + 1 }.Start.AddDays(-1);

    /// <summary>How many months of a year have gone by: 1 to 11 for a <c>YearToDate</c>, 0 for all others.</summary>
    public int Months => Frequency == PeriodFrequency.YearToDate ? (Ordinal % PartsPerYear) + 1 : 0;

    private int Ordinal => Key & OrdinalMask;

    /// <summary>Whether one period sorts before another.</summary>
    public static bool operator <(TimePeriod left, TimePeriod right) => left.Key < right.Key;

    /// <summary>Whether one period sorts after another.</summary>
    public static bool operator >(TimePeriod left, TimePeriod right) => left.Key > right.Key;

    /// <summary>Whether one period sorts before another or is the same.</summary>
    public static bool operator <=(TimePeriod left, TimePeriod right) => left.Key <= right.Key;

    /// <summary>Whether one period sorts after another or is the same.</summary>
    public static bool operator >=(TimePeriod left, TimePeriod right) => left.Key >= right.Key;

    /// <summary>The calendar year.</summary>
    public static TimePeriod Year(int year) => Create(PeriodFrequency.Annual, year, 1, 1, 1);

    /// <summary>A month of a year, 1 to 12.</summary>
    public static TimePeriod Month(int year, int month) => Create(PeriodFrequency.Month, year, 12, month, month);

    /// <summary>The first months of a year, 1 to 12; with all twelve it is the year.</summary>
    public static TimePeriod YearToDate(int year, int months) => months == 12
        ? Year(year)
        : Create(PeriodFrequency.YearToDate, year, PartsPerYear, months, months);

    /// <summary>The period of that frequency which holds the day.</summary>
    public static TimePeriod Containing(DateOnly date, PeriodFrequency frequency) => frequency switch
    {
        PeriodFrequency.Annual => Year(date.Year),
        PeriodFrequency.HalfYear => Create(frequency, date.Year, 2, ((date.Month - 1) / 6) + 1, 1),
        PeriodFrequency.Quarter => Create(frequency, date.Year, 4, ((date.Month - 1) / 3) + 1, 1),
        PeriodFrequency.Month => Month(date.Year, date.Month),
        PeriodFrequency.Day => OfDay(date),
        PeriodFrequency.YearToDate => YearToDate(date.Year, date.Month),
        _ => throw new ArgumentOutOfRangeException(nameof(frequency), frequency, "Not a frequency."),
    };

    /// <summary>Takes back what <see cref="Key"/> gave; <c>false</c> for a number that no period has.</summary>
    public static bool TryFromKey(int key, out TimePeriod period)
    {
        var ordinal = key & OrdinalMask;
        const int Years = LastYear - FirstYear + 1;
        var limit = (PeriodFrequency)(key >> FrequencyShift) switch
        {
            PeriodFrequency.Annual => Years,
            PeriodFrequency.HalfYear => Years * 2,
            PeriodFrequency.Quarter => Years * 4,
            PeriodFrequency.Month => Years * 12,
            PeriodFrequency.Day => new DateOnly(LastYear + 1, 1, 1).DayNumber - new DateOnly(FirstYear, 1, 1).DayNumber,
            PeriodFrequency.YearToDate => Years * PartsPerYear,
            _ => 0,
        };
        var isPeriod = ordinal < limit;
        period = isPeriod ? new TimePeriod { Key = key } : default;
        return isPeriod;
    }

    /// <summary>Reads the text; throws <see cref="FormatException"/> where it is not one.</summary>
    public static TimePeriod Parse(string s) => Parse(s, null);

    /// <summary>Reads a period; throws <see cref="FormatException"/> where there is none.</summary>
    public static TimePeriod Parse(string s, IFormatProvider? provider) => Parse(s.AsSpan(), provider);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static TimePeriod Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var period) ? period : throw new FormatException($"'{s}' is not a time period.");

    /// <summary>Reads a period.</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, out TimePeriod result) =>
        TryParse(s.AsSpan(), null, out result);

    /// <inheritdoc cref="TryParse(string?, out TimePeriod)"/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out TimePeriod result) =>
        TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc cref="TryParse(string?, out TimePeriod)"/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out TimePeriod result)
    {
        result = default;
        if (s.Length < 4 || !TryNumber(s[..4], out var year) || year is < FirstYear or > LastYear)
        {
            return false;
        }

        switch (s[4..])
        {
            case []:
                result = Year(year);
                return true;
            case ['-', 'S', >= '1' and <= '2' and var half]:
                result = Create(PeriodFrequency.HalfYear, year, 2, half - '0', 1);
                return true;
            case ['-', 'Q', >= '1' and <= '4' and var quarter]:
                result = Create(PeriodFrequency.Quarter, year, 4, quarter - '0', 1);
                return true;
            case ['-', _, _] rest when TryNumber(rest[1..], out var month) && month is >= 1 and <= 12:
                result = Month(year, month);
                return true;
            case ['-', _, _, '-', _, _] when DateOnly.TryParseExact(
                s, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day):
                result = OfDay(day);
                return true;
            case ['-', '0', '1', '-', '0', '1', '/', 'P', >= '1' and <= '9' and var months, 'M']:
                result = YearToDate(year, months - '0');
                return true;
            case ['-', '0', '1', '-', '0', '1', '/', 'P', '1', >= '0' and <= '2' and var months, 'M']:
                result = YearToDate(year, months - '0' + 10);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The period of the same frequency that follows; throws after the last, at the end of 2199.</summary>
    public TimePeriod Next() => TryFromKey(Key + 1, out var next)
        ? next
        : throw new InvalidOperationException($"No period follows '{this}'.");

    /// <summary>
    /// The period of the same frequency that precedes; throws before the first, at the start of 1900.
    /// </summary>
    public TimePeriod Previous() => TryFromKey(Key - 1, out var previous)
        ? previous
        : throw new InvalidOperationException($"No period precedes '{this}'.");

    /// <inheritdoc/>
    public int CompareTo(TimePeriod other) => Key.CompareTo(other.Key);

    /// <summary>The SDMX text.</summary>
    public override string ToString()
    {
        if (Key == 0)
        {
            return string.Empty;
        }

        var start = Start;
        return Frequency switch
        {
            PeriodFrequency.Annual => start.Year.ToString(CultureInfo.InvariantCulture),
            PeriodFrequency.HalfYear => FormattableString.Invariant($"{start.Year}-S{(Ordinal % 2) + 1}"),
            PeriodFrequency.Quarter => FormattableString.Invariant($"{start.Year}-Q{(Ordinal % 4) + 1}"),
            PeriodFrequency.Month => start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            PeriodFrequency.YearToDate => FormattableString.Invariant($"{start:yyyy-MM-dd}/P{Months}M"),
            _ => start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }

    private static TimePeriod OfDay(DateOnly day) =>
        new(PeriodFrequency.Day, day.DayNumber - new DateOnly(FirstYear, 1, 1).DayNumber);

    private static TimePeriod Create(PeriodFrequency frequency, int year, int perYear, int index, int argument)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, LastYear);
        ArgumentOutOfRangeException.ThrowIfLessThan(argument, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(argument, perYear);
        return new TimePeriod(frequency, ((year - FirstYear) * perYear) + index - 1);
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out int number)
    {
        number = 0;
        // Integer parsing passes over NUL characters at the end.
        return !digits.ContainsAnyExceptInRange('0', '9')
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }
}
