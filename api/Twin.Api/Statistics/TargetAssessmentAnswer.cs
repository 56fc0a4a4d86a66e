using Twin.Model.Plans;

namespace Twin.Api.Statistics;

/// <summary>A target and where the unit stands against it, with the arithmetic.</summary>
internal sealed record TargetAssessmentAnswer : TargetStandingAnswer
{
    /// <summary>Makes the answer of an assessment.</summary>
    public TargetAssessmentAnswer(TargetAssessment assessment)
        : base(assessment)
    {
        Gap = assessment.Gap;
        TrendPerMonth = assessment.TrendPerMonth;
        RequiredPerMonth = assessment.RequiredPerMonth;
        ExpectedNow = assessment.ExpectedNow;
        ReasonVi = assessment.ReasonVi;
        ReasonEn = assessment.ReasonEn;
    }

    /// <summary>Value less target, in the indicator's unit; negative is short of an at-least target.</summary>
    public double? Gap { get; }

    /// <summary>Change per month over the last periods, in the indicator's unit.</summary>
    public double? TrendPerMonth { get; }

    /// <summary>Change per month needed from now to the due date; null when met or past due.</summary>
    public double? RequiredPerMonth { get; }

    /// <summary>Where the straight path from the baseline to the target stands now.</summary>
    public double? ExpectedNow { get; }

    /// <summary>Why, in one Vietnamese sentence with the numbers.</summary>
    public string ReasonVi { get; }

    /// <summary>Why, in one English sentence with the numbers.</summary>
    public string ReasonEn { get; }
}
