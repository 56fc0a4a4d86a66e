using System.Diagnostics;
using System.Globalization;
using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Time;

namespace Twin.Api.Exchange.Print;

/// <summary>Words, numbers and dates as a language writes them on paper.</summary>
/// <param name="isVietnamese">Whether the language is Vietnamese; English otherwise.</param>
internal sealed class PrintWords(bool isVietnamese)
{
    private readonly CultureInfo _culture = CultureInfo.GetCultureInfo(isVietnamese ? "vi-VN" : "en-GB");

    /// <summary>The language's tag.</summary>
    public string Language => isVietnamese ? "vi" : "en";

    /// <summary>One of two texts.</summary>
    public string Choose(string vietnamese, string english) => isVietnamese ? vietnamese : english;

    /// <summary>A number with so many decimals.</summary>
    public string Number(double value, int decimals) =>
        value.ToString(string.Create(CultureInfo.InvariantCulture, $"N{decimals}"), _culture);

    /// <summary>A number with as many decimals as it has, at most four.</summary>
    public string Plain(double value) => value.ToString("#,##0.####", _culture);

    /// <summary>A difference, with its sign.</summary>
    public string Signed(double value, int decimals) => value switch
    {
        > 0 => $"+{Number(value, decimals)}",
        < 0 => $"−{Number(-value, decimals)}",
        _ => Number(0, decimals),
    };

    /// <summary>A value, a share with its sign: <c>58,6 %</c>, <c>58.6%</c>. What is counted, the name says.</summary>
    public string Value(double value, Indicator indicator) =>
        WithSign(Number(value, indicator.Decimals), indicator);

    /// <summary>A day.</summary>
    public string Day(DateOnly day) =>
        day.ToString(isVietnamese ? "dd/MM/yyyy" : "d MMM yyyy", _culture);

    /// <summary>An instant, to the minute, in the offset that it has.</summary>
    public string Instant(DateTimeOffset instant) =>
        instant.ToString(isVietnamese ? "HH:mm 'ngày' dd/MM/yyyy" : "d MMM yyyy, HH:mm", _culture);

    /// <summary>A time period: <c>Tháng 6/2025</c>, <c>Quý 3/2025</c>.</summary>
    public string Period(TimePeriod period)
    {
        var start = period.Start;
        var part = period.Frequency switch
        {
            PeriodFrequency.Annual => 0,
            PeriodFrequency.HalfYear => ((start.Month - 1) / 6) + 1,
            PeriodFrequency.Quarter => ((start.Month - 1) / 3) + 1,
            PeriodFrequency.Month => start.Month,
            PeriodFrequency.Day => start.Day,
            _ => throw new UnreachableException($"No words for {period.Frequency}."),
        };
        return (period.Frequency, isVietnamese) switch
        {
            (PeriodFrequency.Annual, true) => string.Create(_culture, $"Năm {start.Year}"),
            (PeriodFrequency.Annual, false) => string.Create(_culture, $"{start.Year}"),
            (PeriodFrequency.HalfYear, true) => string.Create(
                _culture, $"6 tháng {(part == 1 ? "đầu" : "cuối")} năm {start.Year}"),
            (PeriodFrequency.HalfYear, false) => string.Create(_culture, $"Half-year {part} of {start.Year}"),
            (PeriodFrequency.Quarter, true) => string.Create(_culture, $"Quý {part}/{start.Year}"),
            (PeriodFrequency.Quarter, false) => string.Create(_culture, $"Q{part} {start.Year}"),
            (PeriodFrequency.Month, true) => string.Create(_culture, $"Tháng {part}/{start.Year}"),
            (PeriodFrequency.Month, false) => start.ToString("MMMM yyyy", _culture),
            _ => Day(start),
        };
    }

    /// <summary>What a target asks for, in its indicator's unit.</summary>
    public string Goal(Target target, Indicator indicator)
    {
        if (target.Value is not { } value)
        {
            return "–";
        }

        var shown = WithSign(Plain(value), indicator);
        return target.Comparator switch
        {
            TargetComparator.AtLeast => $"≥ {shown}",
            TargetComparator.Above => $"> {shown}",
            TargetComparator.AtMost => $"≤ {shown}",
            TargetComparator.Equal => $"= {shown}",
            TargetComparator.About => $"≈ {shown}",
            TargetComparator.Between when target.ValueMax is { } most =>
                $"{Plain(value)}–{WithSign(Plain(most), indicator)}",
            _ => shown,
        };
    }

    /// <summary>A status: a sign that is told apart without colour, and a word.</summary>
    public (string Sign, string Word) Status(TargetStatus status) => status switch
    {
        TargetStatus.Met => ("✓", Choose("Đạt", "Met")),
        TargetStatus.OnTrack => ("▲", Choose("Đúng tiến độ", "On track")),
        TargetStatus.AtRisk => ("◆", Choose("Có nguy cơ", "At risk")),
        TargetStatus.OffTrack => ("▼", Choose("Chậm tiến độ", "Off track")),
        TargetStatus.Missed => ("✕", Choose("Không đạt", "Missed")),
        TargetStatus.NoData => ("○", Choose("Chưa có số liệu", "No data")),
        _ => throw new UnreachableException($"No words for {status}."),
    };

    private string WithSign(string number, Indicator indicator) =>
        indicator.UnitOfMeasure.StartsWith('%') ? number + Choose(" %", "%") : number;
}
