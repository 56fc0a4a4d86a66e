using System.Globalization;
using Twin.Model.Time;

namespace Twin.Model.Plans;

/// <summary>The phrases that reasons are made of, in one language; <c>{0}</c>, <c>{1}</c> stand for values.</summary>
internal sealed record ReasonWords
{
    public static readonly ReasonWords English = new()
    {
        Culture = CultureInfo.GetCultureInfo("en-US"),
        DayFormat = "d MMM yyyy",
        Percent = "%",
        PercentPoints = " percentage points",
        NothingYet = "No figure has been reported yet.",
        NoWholeYear = "No whole year has been reported yet.",
        FirstFigure = "{0} in {1} is the first figure: there is nothing to compare it with yet.",
        NoPlace = "{0} in {1}: no place among the others is known yet.",
        Stands = "{0} in {1} against ",
        StandsAt = "place {0} of {1}, ",
        BetterThan = "better than {0}",
        FirstPlaces = "a place among the first {0}",
        By = " by {0}",
        Met = "met",
        MetLate = "met, but not by the due date, {0}: {1} in {2}",
        AfterDue = " after the due date, {0}",
        NotReported = "nothing has been reported for the due date, {0}",
        Exactly = "reached and not exceeded",
        NotBetter = "not better",
        Short = "short by {0}",
        Over = "over by {0}",
        OnPath = "the path stands at {0}",
        AtRisk = "a little behind the path at {0}",
        Behind = "behind the path at {0}",
        NoPath = "not yet",
        Needed = "; needed: {0} a {1}",
        PartYear = " {0} in {1} is a part of the year and does not count.",
        FirstMonths = "the first {0} months of {1}",
        PeriodNames = ["year", "half-year", "quarter", "month"],
    };

    public static readonly ReasonWords Vietnamese = new()
    {
        Culture = CultureInfo.GetCultureInfo("vi-VN"),
        DayFormat = "dd/MM/yyyy",
        Percent = " %",
        PercentPoints = " điểm %",
        NothingYet = "Chưa có số liệu báo cáo.",
        NoWholeYear = "Chưa có số liệu của cả năm.",
        FirstFigure = "{0} kỳ {1} là số liệu đầu tiên: chưa có gì để so sánh.",
        NoPlace = "{0} kỳ {1}: chưa biết thứ hạng so với các đơn vị khác.",
        Stands = "{0} kỳ {1} so với ",
        StandsAt = "hạng {0}/{1}, ",
        BetterThan = "tốt hơn {0}",
        FirstPlaces = "{0} hạng đầu",
        By = ", hạn {0}",
        Met = "đạt",
        MetLate = "đạt, nhưng sau hạn {0}: kỳ {2} mới {1}",
        AfterDue = " khi đã quá hạn {0}",
        NotReported = "chưa có số liệu của hạn {0}",
        Exactly = "mới bằng, chưa vượt",
        NotBetter = "chưa tốt hơn",
        Short = "còn thiếu {0}",
        Over = "vượt quá {0}",
        OnPath = "lộ trình ở mức {0}",
        AtRisk = "chậm ít so với lộ trình {0}",
        Behind = "chậm so với lộ trình {0}",
        NoPath = "chưa đạt",
        Needed = "; cần {0} mỗi {1}",
        PartYear = " {0} {1} mới là một phần của năm, không tính.",
        FirstMonths = "{0} tháng đầu năm {1}",
        PeriodNames = ["năm", "nửa năm", "quý", "tháng"],
    };

    public required CultureInfo Culture { get; init; }

    public required string DayFormat { get; init; }

    /// <summary>What follows a number of per cent.</summary>
    public required string Percent { get; init; }

    /// <summary>What follows the difference of two numbers of per cent, which is no share of either.</summary>
    public required string PercentPoints { get; init; }

    public required string NothingYet { get; init; }

    public required string NoWholeYear { get; init; }

    public required string FirstFigure { get; init; }

    public required string NoPlace { get; init; }

    public required string Stands { get; init; }

    public required string StandsAt { get; init; }

    public required string BetterThan { get; init; }

    public required string FirstPlaces { get; init; }

    public required string By { get; init; }

    public required string Met { get; init; }

    public required string MetLate { get; init; }

    public required string AfterDue { get; init; }

    public required string NotReported { get; init; }

    public required string Exactly { get; init; }

    public required string NotBetter { get; init; }

    public required string Short { get; init; }

    public required string Over { get; init; }

    public required string OnPath { get; init; }

    public required string AtRisk { get; init; }

    public required string Behind { get; init; }

    public required string NoPath { get; init; }

    public required string Needed { get; init; }

    public required string PartYear { get; init; }

    public required string FirstMonths { get; init; }

    /// <summary>Year, half-year, quarter, month.</summary>
    public required string[] PeriodNames { get; init; }

    public string Day(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public string Name(TimePeriod period) => period.Frequency == PeriodFrequency.YearToDate
        ? Fill(FirstMonths, period.Months, period.Start.Year)
        : period.ToString();

    public static string Fill(string phrase, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, phrase, values);
}
