using Twin.Api.Catalogues;
using Twin.Model.Plans;

namespace Twin.Api.Statistics;

/// <summary>One row of a scorecard: a target held against the unit's figures.</summary>
internal sealed record ScorecardItemAnswer
{
    /// <summary>Makes the answer of an assessment.</summary>
    public ScorecardItemAnswer(TargetAssessment assessment, DateTimeOffset now)
    {
        Target = TargetAnswer.Of(assessment.Target);
        Indicator = assessment.Target.Indicator?.Value;
        Figure = assessment.Figure is { } figure ? new FigureAnswer(figure, asOf: null, now) : null;
        Status = assessment.Status;
        Gap = assessment.Gap;
        TrendPerMonth = assessment.TrendPerMonth;
        RequiredPerMonth = assessment.RequiredPerMonth;
        ExpectedNow = assessment.ExpectedNow;
        Baseline = assessment.Baseline is { } baseline ? new FigureAnswer(baseline, asOf: null, now) : null;
        ReasonVi = assessment.ReasonVi;
        ReasonEn = assessment.ReasonEn;
    }

    /// <summary>The target.</summary>
    public TargetAnswer Target { get; }

    /// <summary>The code of the indicator that measures it.</summary>
    public string? Indicator { get; }

    /// <summary>The figure it was held against; null without data.</summary>
    public FigureAnswer? Figure { get; }

    /// <summary>Where the unit stands.</summary>
    public TargetStatus Status { get; }

    /// <summary>Value less target, in the indicator's unit; negative is short of an at-least target.</summary>
    public double? Gap { get; }

    /// <summary>Change per month over the last periods, in the indicator's unit.</summary>
    public double? TrendPerMonth { get; }

    /// <summary>Change per month needed from now to the due date; null when met or past due.</summary>
    public double? RequiredPerMonth { get; }

    /// <summary>Where the straight path from the baseline to the target stands now.</summary>
    public double? ExpectedNow { get; }

    /// <summary>The first figure of the series: where the path starts.</summary>
    public FigureAnswer? Baseline { get; }

    /// <summary>Why, in one Vietnamese sentence with the numbers.</summary>
    public string ReasonVi { get; }

    /// <summary>Why, in one English sentence with the numbers.</summary>
    public string ReasonEn { get; }
}
