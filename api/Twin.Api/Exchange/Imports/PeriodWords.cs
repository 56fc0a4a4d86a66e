using System.Globalization;
using System.Text.RegularExpressions;
using Twin.Api.Text;
using Twin.Model.Time;

namespace Twin.Api.Exchange.Imports;

/// <summary>
/// Reads a time period as people write it in tables: the SDMX forms, and <c>6/2025</c>, <c>06-2025</c>,
/// <c>Tháng 6 năm 2025</c>, <c>Quý III/2025</c>, <c>6 tháng đầu năm 2025</c>, <c>Năm 2025</c>, <c>15/06/2025</c>. Pure.
/// </summary>
internal static partial class PeriodWords
{
    private const int MaxLength = 60;
    private const int MatchMilliseconds = 1_000; // The texts are short and the forms do not nest: never reached.

    private static readonly string[] Romans = ["i", "ii", "iii", "iv"];

    /// <summary>Reads a period; <c>false</c> for anything else.</summary>
    public static bool TryRead(string text, out TimePeriod period)
    {
        period = default;
        if (text.Length > MaxLength)
        {
            return false;
        }

        if (TimePeriod.TryParse(text, out period))
        {
            return true;
        }

        var folded = FoldedText.Fold(text);
        return TryDay(text, out period)
            || TryForm(Months().Match(folded), "-", 2, out period)
            || TryForm(Quarters().Match(folded), "-Q", 1, out period)
            || TryForm(Halves().Match(folded), "-S", 1, out period)
            || TryForm(FirstHalf().Match(folded), "-S", 1, out period)
            || TryForm(Years().Match(folded), string.Empty, 0, out period);
    }

    private static bool TryDay(string text, out TimePeriod period)
    {
        period = default;
        var isDay = DateOnly.TryParseExact(
            text, ["d/M/yyyy", "d-M-yyyy", "d.M.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
        return isDay && TimePeriod.TryParse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out period);
    }

    private static bool TryForm(Match match, string mark, int digits, out TimePeriod period)
    {
        period = default;
        if (!match.Success)
        {
            return false;
        }

        var year = match.Groups["year"].Value;
        var part = digits == 0 ? string.Empty : Part(match.Groups["part"].Value).PadLeft(digits, '0');
        return TimePeriod.TryParse($"{year}{mark}{part}", out period);
    }

    private static string Part(string text)
    {
        var roman = Array.IndexOf(Romans, text);
        return text switch
        {
            "dau" => "1",
            "cuoi" => "2",
            _ when roman >= 0 => (roman + 1).ToString(CultureInfo.InvariantCulture),
            _ => text,
        };
    }

    // FoldedText makes one space of hyphens and white space.
    [GeneratedRegex(
        @"^(thang |t)?(?<part>\d{1,2})( |/|\.| / | nam | ?/ ?nam )(?<year>\d{4})$",
        RegexOptions.ExplicitCapture,
        MatchMilliseconds)]
    private static partial Regex Months();

    [GeneratedRegex(
        @"^(quy|q) ?(?<part>[1-4]|i{1,3}|iv)( |/| / | nam |, )(?<year>\d{4})$",
        RegexOptions.ExplicitCapture,
        MatchMilliseconds)]
    private static partial Regex Quarters();

    [GeneratedRegex(
        @"^(6|sau) thang (?<part>dau|cuoi) nam (?<year>\d{4})$",
        RegexOptions.ExplicitCapture,
        MatchMilliseconds)]
    private static partial Regex Halves();

    [GeneratedRegex(
        @"^(ban nien|nua nam|hk|s) ?(?<part>[12]|i{1,2})( |/| nam )(?<year>\d{4})$",
        RegexOptions.ExplicitCapture,
        MatchMilliseconds)]
    private static partial Regex FirstHalf();

    [GeneratedRegex(
        @"^(nam|ca nam) (?<year>\d{4})$",
        RegexOptions.ExplicitCapture,
        MatchMilliseconds)]
    private static partial Regex Years();
}
