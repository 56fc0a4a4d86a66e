using System.Diagnostics;
using System.Globalization;
using Twin.Model.Indicators;

namespace Twin.Model.Plans;

/// <summary>Puts an assessment into words, in Vietnamese and English, with the numbers that led to it.</summary>
internal static class TargetReasons
{
    private const int MostDecimals = 9;
    private const double Negligible = 1e-9; // In the indicator's unit of measure: what equal numbers differ by.

    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    public static TargetAssessment Explain(Indicator indicator, TargetAssessment assessment) => assessment with
    {
        ReasonEn = InEnglish(indicator, assessment),
        ReasonVi = InVietnamese(indicator, assessment),
    };

    private static string InEnglish(Indicator indicator, TargetAssessment a)
    {
        string Number(double? value) => Format(value, indicator, a.Gap, English);
        if (a.Figure is not { } figure)
        {
            return "No figure has been reported yet.";
        }

        var stands = $"{Number(figure.Value)} in {figure.Period} against {Goal(a.Target, Number)}";
        var due = a.Target.DueDate is { } date ? date.ToString("d MMM yyyy", English) : null;
        return a.Status switch
        {
            TargetStatus.Met when a.ShortAtDue is { } then =>
                $"{stands}: met, but not by the due date, {due}: {Number(then.Value)} in {then.Period}.",
            TargetStatus.Met => $"{stands}: met.",
            TargetStatus.Missed => $"{stands}: {ShortInEnglish(a, Number)} after the due date, {due}.",
            TargetStatus.OnTrack => $"{stands} by {due}: the path stands at {Number(a.ExpectedNow)}; "
                + $"{Number(a.RequiredPerMonth)} a month is needed.",
            TargetStatus.AtRisk => $"{stands} by {due}: a little behind the path at {Number(a.ExpectedNow)}; "
                + $"{Number(a.RequiredPerMonth)} a month is needed.",
            TargetStatus.OffTrack when due is null => $"{stands}: {ShortInEnglish(a, Number)}.",
            TargetStatus.OffTrack => $"{stands} by {due}: behind the path at {Number(a.ExpectedNow)}; "
                + $"{Number(a.RequiredPerMonth)} a month is needed.",
            TargetStatus.NoData => "No figure has been reported yet.",
            _ => throw new UnreachableException($"No words for {a.Status}."),
        };
    }

    private static string InVietnamese(Indicator indicator, TargetAssessment a)
    {
        string Number(double? value) => Format(value, indicator, a.Gap, Vietnamese);
        if (a.Figure is not { } figure)
        {
            return "Chưa có số liệu báo cáo.";
        }

        var stands = $"{Number(figure.Value)} kỳ {figure.Period} so với {Goal(a.Target, Number)}";
        var due = a.Target.DueDate is { } date ? date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) : null;
        return a.Status switch
        {
            TargetStatus.Met when a.ShortAtDue is { } then =>
                $"{stands}: đạt, nhưng sau hạn {due}: kỳ {then.Period} mới {Number(then.Value)}.",
            TargetStatus.Met => $"{stands}: đạt.",
            TargetStatus.Missed => $"{stands}: {ShortInVietnamese(a, Number)} khi đã quá hạn {due}.",
            TargetStatus.OnTrack => $"{stands}, hạn {due}: lộ trình ở mức {Number(a.ExpectedNow)}; "
                + $"cần {Number(a.RequiredPerMonth)} mỗi tháng.",
            TargetStatus.AtRisk => $"{stands}, hạn {due}: chậm ít so với lộ trình {Number(a.ExpectedNow)}; "
                + $"cần {Number(a.RequiredPerMonth)} mỗi tháng.",
            TargetStatus.OffTrack when due is null => $"{stands}: {ShortInVietnamese(a, Number)}.",
            TargetStatus.OffTrack => $"{stands}, hạn {due}: chậm so với lộ trình {Number(a.ExpectedNow)}; "
                + $"cần {Number(a.RequiredPerMonth)} mỗi tháng.",
            TargetStatus.NoData => "Chưa có số liệu báo cáo.",
            _ => throw new UnreachableException($"No words for {a.Status}."),
        };
    }

    // At exactly 30 % a target of more than 30 % is not met, and "short by 0 %" would explain nothing.
    private static string Short(
        TargetAssessment a, Func<double?, string> number, string exact, string below, string above) => a.Gap switch
        {
            null or (> -Negligible and < Negligible) => exact,
            < 0 and var gap => below + number(-gap),
            var gap => above + number(gap),
        };

    private static string ShortInEnglish(TargetAssessment a, Func<double?, string> number) =>
        Short(a, number, "reached and not exceeded", "short by ", "over by ");

    private static string ShortInVietnamese(TargetAssessment a, Func<double?, string> number) =>
        Short(a, number, "mới bằng, chưa vượt", "còn thiếu ", "vượt quá ");

    private static string Goal(Target target, Func<double?, string> number) => target.Comparator switch
    {
        TargetComparator.AtLeast => $"≥ {number(target.Value)}",
        TargetComparator.Above => $"> {number(target.Value)}",
        TargetComparator.AtMost => $"≤ {number(target.Value)}",
        TargetComparator.Equal => $"= {number(target.Value)}",
        TargetComparator.Between => $"{number(target.Value)} – {number(target.ValueMax)}",
        TargetComparator.About => $"≈ {number(target.Value)}",
        _ => number(target.Value),
    };

    /// <summary>
    /// One decimal more than the indicator shows, and more where rounding would hide the gap: 79.996 % is not 80 %.
    /// </summary>
    private static string Format(double? value, Indicator indicator, double? gap, CultureInfo culture)
    {
        if (value is not { } number)
        {
            return "–";
        }

        var decimals = Math.Max(indicator.Decimals, 1) + 1;
        while (decimals < MostDecimals && Math.Abs(gap ?? 0) is > Negligible and var hidden
            && hidden < Math.Pow(10, -decimals))
        {
            decimals++;
        }

        var percent = ReferenceEquals(culture, English) ? "%" : " %";
        var unit = string.Equals(indicator.UnitOfMeasure, "%", StringComparison.Ordinal) ? percent : string.Empty;
        return number.ToString($"#,0.{new string('#', decimals)}", culture) + unit;
    }
}
