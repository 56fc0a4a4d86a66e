using Twin.Model.Plans;
using Twin.Model.Time;

namespace Twin.Api.Statistics;

/// <summary>A target and where the unit stands against it, with the arithmetic.</summary>
internal sealed record TargetAssessmentAnswer : TargetStandingAnswer
{
    /// <summary>Makes the answer of an assessment.</summary>
    public TargetAssessmentAnswer(TargetAssessment assessment)
        : base(assessment.Target, assessment.Status)
    {
        Gap = assessment.Gap;
        TrendPerMonth = assessment.TrendPerMonth;
        RequiredPerMonth = assessment.RequiredPerMonth;
        RequiredPerPeriod = assessment.RequiredPerPeriod;
        Pace = assessment.Pace;
        PeriodsLeft = assessment.PeriodsLeft;
        ProjectedDate = assessment.ProjectedDate;
        ExpectedNow = assessment.ExpectedNow;
        Place = PlaceAnswer.From(assessment.Place);
        ReasonVi = assessment.ReasonVi;
        ReasonEn = assessment.ReasonEn;
    }

    /// <summary>Value less target, in the indicator's unit; negative is short of an at-least target.</summary>
    public double? Gap { get; }

    /// <summary>Change per month over the last periods, in the indicator's unit.</summary>
    public double? TrendPerMonth { get; }

    /// <summary>Change per month needed from now to the due date; null when met or past due.</summary>
    public double? RequiredPerMonth { get; }

    /// <summary>Change needed in each period that is left; null when met or past due.</summary>
    public double? RequiredPerPeriod { get; }

    /// <summary>The length of those periods, by the indicator's cadence.</summary>
    public PeriodFrequency? Pace { get; }

    /// <summary>How many of them are left to the due date.</summary>
    public int? PeriodsLeft { get; }

    /// <summary>When the trend reaches the target; null when met, or when it never does.</summary>
    public DateOnly? ProjectedDate { get; }

    /// <summary>Where the path from the baseline to the target stands now; null without a path.</summary>
    public double? ExpectedNow { get; }

    /// <summary>The unit's place among others, where the target asks for one.</summary>
    public PlaceAnswer? Place { get; }

    /// <summary>Why, in one Vietnamese sentence with the numbers.</summary>
    public string ReasonVi { get; }

    /// <summary>Why, in one English sentence with the numbers.</summary>
    public string ReasonEn { get; }
}
