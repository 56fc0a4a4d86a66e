using System.Globalization;
using Twin.Model.Calendars;
using Twin.Model.Duties;
using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Rollups;
using Twin.Model.Time;

namespace Twin.Model.Alerts;

/// <summary>Turns what is known of a unit into the numbers that alert rules look at. Pure.</summary>
public static class AlertReadings
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    /// <summary>The value of the latest figure; <c>null</c> while there is none.</summary>
    public static AlertReading? OfFigure(AlertRule rule, Indicator indicator, Rollup? figure) =>
        figure?.Value is not { } value ? null : new AlertReading(
            rule,
            indicator.Code.Value,
            value,
            figure.Period,
            $"{indicator.NameVi}: {Number(value, Vietnamese)} {indicator.UnitOfMeasure} kỳ {figure.Period}, "
            + $"ngưỡng {Number(rule.RaiseAt, Vietnamese)}.",
            $"{indicator.NameEn}: {Number(value, English)} {indicator.UnitOfMeasure} in {figure.Period}, "
            + $"limit {Number(rule.RaiseAt, English)}.");

    /// <summary>
    /// How far a figure is behind the path to its target, or behind the target itself once that is due; 0 when met or
    /// ahead, <c>null</c> without data.
    /// </summary>
    public static AlertReading? OfTarget(AlertRule rule, TargetAssessment assessment)
    {
        if (assessment.Figure is not { Value: { } value } figure)
        {
            return null;
        }

        var goal = value - assessment.Gap.GetValueOrDefault();
        var behind = assessment.Status switch
        {
            TargetStatus.Met => 0,
            _ when assessment.ExpectedNow is { } expected => Math.Abs(goal - value) - Math.Abs(goal - expected),
            _ => Math.Abs(goal - value),
        };
        return new AlertReading(
            rule,
            assessment.Target.Id,
            Math.Max(0, behind),
            figure.Period,
            $"{assessment.Target.NameVi}: {assessment.ReasonVi}",
            $"{assessment.Target.NameEn}: {assessment.ReasonEn}");
    }

    /// <summary>Days since the end of the last period with a figure; <c>null</c> when there never was one.</summary>
    public static AlertReading? OfAge(AlertRule rule, Indicator indicator, TimePeriod? last, DateTimeOffset now)
    {
        if (last is not { } period)
        {
            return null;
        }

        var days = Math.Max(0, VietnamDay.Of(now).DayNumber - period.End.DayNumber);
        return new AlertReading(
            rule,
            indicator.Code.Value,
            days,
            period,
            $"{indicator.NameVi}: số liệu mới nhất là kỳ {period}, đã {Number(days, Vietnamese)} ngày.",
            $"{indicator.NameEn}: the latest figure is of {period}, {Number(days, English)} days old.");
    }

    /// <summary>How many figures of a duty are missing.</summary>
    public static AlertReading OfDuty(AlertRule rule, Duty duty, DutyTally tally) => new(
        rule,
        duty.Id,
        tally.Missing,
        null,
        $"{duty.NameVi}: thiếu {Number(tally.Missing, Vietnamese)} trên {Number(tally.Due, Vietnamese)} "
        + "số liệu đến hạn.",
        $"{duty.NameEn}: {Number(tally.Missing, English)} of {Number(tally.Due, English)} figures due are missing.");

    /// <summary>The share of a subsystem's figures that came, in per cent; <c>null</c> when none was due.</summary>
    public static AlertReading? OfFeed(AlertRule rule, string subsystem, long reported, long expected) =>
        expected <= 0 ? null : new AlertReading(
            rule,
            subsystem,
            reported * 100.0 / expected,
            null,
            $"Nguồn {subsystem}: chỉ {Number(reported, Vietnamese)} trên {Number(expected, Vietnamese)} số liệu "
            + "của kỳ đến hạn gần nhất đã về.",
            $"Feed {subsystem}: only {Number(reported, English)} of {Number(expected, English)} figures of the latest "
            + "period due have come.");

    /// <summary>A quality score; <c>null</c> where there is none.</summary>
    public static AlertReading? OfQuality(AlertRule rule, double? score) =>
        score is not { } value ? null : new AlertReading(
            rule,
            "quality",
            value,
            null,
            $"Điểm chất lượng số liệu: {Number(value, Vietnamese)} trên 100.",
            $"Quality of the figures: {Number(value, English)} of 100.");

    private static string Number(double value, CultureInfo culture) => value.ToString("#,0.##", culture);
}
