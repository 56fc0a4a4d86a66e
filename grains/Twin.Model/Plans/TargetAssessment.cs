using Twin.Model.Rollups;
using Twin.Model.Time;

namespace Twin.Model.Plans;

/// <summary>A target held against the figures of one unit, with the arithmetic that led to the status.</summary>
public sealed record TargetAssessment
{
    /// <summary>The target.</summary>
    public required Target Target { get; init; }

    /// <summary>The figure it was held against; <c>null</c> without data.</summary>
    public Rollup? Figure { get; init; }

    /// <summary>The status.</summary>
    public required TargetStatus Status { get; init; }

    /// <summary>Why, in one English sentence with the numbers.</summary>
    public required string ReasonEn { get; init; }

    /// <summary>Why, in one Vietnamese sentence with the numbers.</summary>
    public required string ReasonVi { get; init; }

    /// <summary>Value less target, in the indicator's unit; negative is short of an at-least target.</summary>
    public double? Gap { get; init; }

    /// <summary>Change per month over the last periods (least squares), in the indicator's unit.</summary>
    public double? TrendPerMonth { get; init; }

    /// <summary>
    /// Change per month needed from now to the due date; <c>null</c> when met or past due.
    /// </summary>
    public double? RequiredPerMonth { get; init; }

    /// <summary>Change needed in each period that is left, the last one included; <c>null</c> likewise.</summary>
    public double? RequiredPerPeriod { get; init; }

    /// <summary>The periods that are meant: as long as the indicator's cadence, a month at least.</summary>
    public PeriodFrequency? Pace { get; init; }

    /// <summary>How many of them are left to the due date; <c>null</c> likewise.</summary>
    public int? PeriodsLeft { get; init; }

    /// <summary>
    /// When the trend reaches the target; <c>null</c> when it is met, when the trend stands still or leads away, or
    /// when there is none.
    /// </summary>
    public DateOnly? ProjectedDate { get; init; }

    /// <summary>Where the path from the baseline to the target stands at the figure's period.</summary>
    public double? ExpectedNow { get; init; }

    /// <summary>
    /// The figure of the due date, where it fell short and the target was met only later; otherwise <c>null</c>.
    /// </summary>
    public Rollup? ShortAtDue { get; init; }

    /// <summary>The first figure of the series: where the path starts, unless the plan lays down a baseline.</summary>
    public Rollup? Baseline { get; init; }

    /// <summary>
    /// A later figure of a part of a year, where there is one: it says how the year goes and is held against nothing.
    /// </summary>
    public Rollup? PartYear { get; init; }

    /// <summary>The place among the units of a level, where the target asks for one.</summary>
    public RankedPlace? Place { get; init; }
}
