using Twin.Api.Catalogues;
using Twin.Model.Boundaries;
using Twin.Model.Plans;
using Twin.Model.Rollups;
using Twin.Model.Time;

namespace Twin.Api.Statistics;

/// <summary>One row of a scorecard: a target held against the unit's figures.</summary>
internal sealed record ScorecardItemAnswer
{
    /// <summary>The target.</summary>
    public required TargetAnswer Target { get; init; }

    /// <summary>The code of the indicator that measures it.</summary>
    public required string? Indicator { get; init; }

    /// <summary>The figure it was held against; null without data.</summary>
    public required FigureAnswer? Figure { get; init; }

    /// <summary>Where the unit stands.</summary>
    public required TargetStatus Status { get; init; }

    /// <summary>Value less target, in the indicator's unit; negative is short of an at-least target.</summary>
    public required double? Gap { get; init; }

    /// <summary>Change per month over the last periods, in the indicator's unit.</summary>
    public required double? TrendPerMonth { get; init; }

    /// <summary>Change per month needed from now to the due date; null when met or past due.</summary>
    public required double? RequiredPerMonth { get; init; }

    /// <summary>Change needed in each period that is left; null when met or past due.</summary>
    public required double? RequiredPerPeriod { get; init; }

    /// <summary>The length of those periods, by the indicator's cadence.</summary>
    public required PeriodFrequency? Pace { get; init; }

    /// <summary>How many of them are left to the due date.</summary>
    public required int? PeriodsLeft { get; init; }

    /// <summary>When the trend reaches the target; null when met, or when it never does.</summary>
    public required DateOnly? ProjectedDate { get; init; }

    /// <summary>Where the path from the baseline to the target stands now; null without a path.</summary>
    public required double? ExpectedNow { get; init; }

    /// <summary>The unit's place among others, where the target asks for one.</summary>
    public required PlaceAnswer? Place { get; init; }

    /// <summary>The figure of the due date, where it fell short and the target was met only later.</summary>
    public required FigureAnswer? ShortAtDue { get; init; }

    /// <summary>What a year has brought so far, where that is newer than the figure; it counts for nothing.</summary>
    public required FigureAnswer? PartYear { get; init; }

    /// <summary>The first figure of the series: where the path starts.</summary>
    public required FigureAnswer? Baseline { get; init; }

    /// <summary>Why, in one Vietnamese sentence with the numbers.</summary>
    public required string ReasonVi { get; init; }

    /// <summary>Why, in one English sentence with the numbers.</summary>
    public required string ReasonEn { get; init; }

    /// <summary>Makes the answer of an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="now">Now.</param>
    /// <param name="asOf">The instant that it was asked for; <c>null</c> for now.</param>
    /// <param name="note">How the figure came onto other boundaries; <c>null</c> on those of then.</param>
    public static ScorecardItemAnswer Of(
        TargetAssessment assessment,
        DateTimeOffset now,
        DateTimeOffset? asOf = null,
        RebasingNote? note = null) => new()
    {
        Target = TargetAnswer.Of(assessment.Target),
        Indicator = assessment.Target.Indicator?.Value,
        Figure = FigureOf(assessment.Figure, now, asOf, note),
        Status = assessment.Status,
        Gap = assessment.Gap,
        TrendPerMonth = assessment.TrendPerMonth,
        RequiredPerMonth = assessment.RequiredPerMonth,
        RequiredPerPeriod = assessment.RequiredPerPeriod,
        Pace = assessment.Pace,
        PeriodsLeft = assessment.PeriodsLeft,
        ProjectedDate = assessment.ProjectedDate,
        ExpectedNow = assessment.ExpectedNow,
        Place = PlaceAnswer.From(assessment.Place),
        ShortAtDue = FigureOf(assessment.ShortAtDue, now, asOf),
        PartYear = FigureOf(assessment.PartYear, now, asOf),
        Baseline = FigureOf(assessment.Baseline, now, asOf),
        ReasonVi = assessment.ReasonVi,
        ReasonEn = assessment.ReasonEn,
    };

    private static FigureAnswer? FigureOf(
        Rollup? figure, DateTimeOffset now, DateTimeOffset? asOf, RebasingNote? note = null) =>
        figure is null ? null : new FigureAnswer(figure, asOf, now, note);
}
