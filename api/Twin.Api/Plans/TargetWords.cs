using System.Globalization;
using System.Text.RegularExpressions;
using Twin.Api.Text;
using Twin.Geo.Tables;

namespace Twin.Api.Plans;

/// <summary>
/// Turns what offices write into what a dataset does: comparators, tiers, dates, cadences and numbers. What it cannot
/// turn it leaves as it is, to be refused where it is read. Pure.
/// </summary>
internal static partial class TargetWords
{
    private static readonly string[] DayFormats = ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];
    private static readonly string[] MonthFormats = ["M/yyyy", "yyyy-MM"];

    /// <summary>A comparator; at least where none is written.</summary>
    public static string Comparator(string text) => FoldedText.Fold(text) switch
    {
        "" or "≥" or "=>" or "toi thieu" or "it nhat" or "tren hoac bang" or "tu" => ">=",
        "≤" or "=<" or "toi da" or "khong qua" => "<=",
        "==" or "bang" or "dat" => "=",
        "lon hon" or "tren" => ">",
        "khoang" or "forecast" or "du bao" or "uoc" => "~",
        "tu den" or "trong khoang" => "between",
        "cai thien" or "tang hang" => "improve",
        "thu hang" or "xep hang" => "rank",
        _ => text,
    };

    /// <summary>Tiers; the city's where none is written.</summary>
    public static string Tiers(string text) => text.Length == 0
        ? "city"
        : string.Join(';', text.Split([',', ';'], StringSplitOptions.TrimEntries).Select(Tier));

    /// <summary>A day: of a month the last, of a year the last.</summary>
    public static string Day(string text)
    {
        if (DateOnly.TryParseExact(
            text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return Iso(day);
        }

        if (DateOnly.TryParseExact(
            text, MonthFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return Iso(month.AddMonths(1).AddDays(-1));
        }

        return text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            && year is >= 1900 and <= 2200
                ? Iso(new DateOnly(year, 12, 31))
                : text;
    }

    /// <summary>A date as far as a document prints it: a year, a month or a day.</summary>
    public static string DocumentDate(string text) =>
        DateOnly.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Iso(day)
            : text;

    /// <summary>A cadence and, of words that are none, what goes into the note.</summary>
    public static (string Cadence, string Note) Cadence(string text)
    {
        var known = text.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(one => Period(FoldedText.Fold(one)) ?? one)
            .ToArray();
        return known.All(one => IsoCadence().IsMatch(one)) ? (string.Join(';', known), string.Empty) : ("", text);
    }

    /// <summary>A number with a decimal point, and whether it was written as a percentage.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="separator">What stands between cells: where it is the semicolon, points group thousands.</param>
    public static (string Number, bool IsPercentage) Number(TableCell cell, char? separator)
    {
        var text = cell.Text ?? string.Empty;
        var isPercentage = text.EndsWith('%');
        var digits = isPercentage ? text[..^1].TrimEnd() : text;
        if (cell.IsNumber)
        {
            return (digits, isPercentage);
        }

        if (Grouped().IsMatch(digits) && (separator is ';' || digits.Count(c => c == '.') > 1))
        {
            return (digits.Replace(".", string.Empty, StringComparison.Ordinal), isPercentage);
        }

        return (DecimalComma().IsMatch(digits) ? digits.Replace(',', '.') : digits, isPercentage);
    }

    private static string Tier(string text) => FoldedText.Fold(text) switch
    {
        "province" or "thanh pho" or "tp" or "tinh" or "cap thanh pho" or "cap tinh" => "city",
        "huyen" or "quan" or "cap huyen" or "quan huyen" => "district",
        "xa" or "phuong" or "cap xa" or "xa phuong" or "phuong xa" or "phuong xa dac khu" => "commune",
        _ => text,
    };

    private static string? Period(string folded) => folded switch
    {
        "thang" or "hang thang" or "hang thang 1 lan" => "P1M",
        "quy" or "hang quy" => "P3M",
        "6 thang" or "nua nam" => "P6M",
        "nam" or "hang nam" => "P1Y",
        "2 lan thang" or "mot thang 2 lan" => "R2/P1M",
        _ => null,
    };

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(R\d+/)?P\d+[YMWD]$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsoCadence();

    [GeneratedRegex(@"^\d{1,3}(\.\d{3})+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"^-?\d+,\d+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DecimalComma();
}
