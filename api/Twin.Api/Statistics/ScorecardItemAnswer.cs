using Twin.Api.Catalogues;
using Twin.Model.Plans;

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

    /// <summary>Where the straight path from the baseline to the target stands now.</summary>
    public required double? ExpectedNow { get; init; }

    /// <summary>The first figure of the series: where the path starts.</summary>
    public required FigureAnswer? Baseline { get; init; }

    /// <summary>Why, in one Vietnamese sentence with the numbers.</summary>
    public required string ReasonVi { get; init; }

    /// <summary>Why, in one English sentence with the numbers.</summary>
    public required string ReasonEn { get; init; }

    /// <summary>Makes the answer of an assessment.</summary>
    public static ScorecardItemAnswer Of(TargetAssessment assessment, DateTimeOffset now) => new()
    {
        Target = TargetAnswer.Of(assessment.Target),
        Indicator = assessment.Target.Indicator?.Value,
        Figure = assessment.Figure is { } figure ? new FigureAnswer(figure, asOf: null, now) : null,
        Status = assessment.Status,
        Gap = assessment.Gap,
        TrendPerMonth = assessment.TrendPerMonth,
        RequiredPerMonth = assessment.RequiredPerMonth,
        ExpectedNow = assessment.ExpectedNow,
        Baseline = assessment.Baseline is { } baseline ? new FigureAnswer(baseline, asOf: null, now) : null,
        ReasonVi = assessment.ReasonVi,
        ReasonEn = assessment.ReasonEn,
    };
}
