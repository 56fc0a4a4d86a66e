using Twin.Model.Indicators;
using Twin.Model.Rollups;

namespace Twin.Model.Plans;

/// <summary>One target held against one series: what <see cref="TargetRules.Judge"/> works out.</summary>
internal sealed class TargetJudgement(
    Target target, Indicator indicator, TargetSeries series, DateOnly today, RankedPlace? place)
{
    private readonly Rollup[] _figures = series.Figures;

    public TargetAssessment ToAssessment()
    {
        var assessment = new TargetAssessment
        {
            Target = target,
            Figure = target.IsMeasurable && _figures is [.., var last] ? last : null,
            Status = TargetStatus.NoData,
            ReasonEn = string.Empty,
            ReasonVi = string.Empty,
            PartYear = series.PartYear,
        };
        if (assessment.Figure is not { } figure || GoalFrom(figure.Value.GetValueOrDefault()) is not { } goal)
        {
            return assessment;
        }

        assessment = assessment with
        {
            Baseline = _figures[0],
            Place = place,
            Gap = (place?.Rank ?? figure.Value.GetValueOrDefault()) - goal,
            TrendPerMonth = series.TrendPerMonth(TargetRules.TrendPeriods),
        };
        return target.DueDate is { } due && due > figure.Period.End
            ? BeforeDue(assessment, figure, goal, due)
            : AtDueOrWithout(assessment, figure, goal);
    }

    /// <summary>
    /// The value that would just satisfy the target, as seen from where the figure is; <c>null</c> where there is
    /// nothing to compare with: no baseline to improve on, no place among the others.
    /// </summary>
    private double? GoalFrom(double value) => target switch
    {
        { Comparator: TargetComparator.Between, Value: { } low, ValueMax: { } high } => Math.Clamp(value, low, high),
        { Comparator: TargetComparator.Improve } => target.Path.Baseline is not null || _figures.Length > 1
            ? Start().Value
            : null,
        { Comparator: TargetComparator.Rank } => place is null ? null : target.Value,
        _ => target.Value,
    };

    /// <summary>Where the path starts: as it is laid down, else at the first figure.</summary>
    private PathwayPoint Start() => target.Path.Baseline
        ?? new PathwayPoint(_figures[0].Period.End, _figures[0].Value.GetValueOrDefault());

    private bool IsMet(Rollup figure, double goal) => target.Comparator switch
    {
        TargetComparator.Improve => TargetComparison.IsBetter(indicator, figure, goal),
        TargetComparator.Rank => place?.Rank <= goal,
        _ => TargetComparison.IsMet(target, indicator, figure),
    };

    private TargetAssessment AtDueOrWithout(TargetAssessment assessment, Rollup figure, double goal)
    {
        if (!IsMet(figure, goal))
        {
            return assessment with
            {
                Status = target.DueDate is null ? TargetStatus.OffTrack : TargetStatus.Missed,
            };
        }

        // The place of then is not known, and a baseline needs no date: of the others the due date's figure tells.
        var atDue = target.Comparator is TargetComparator.Rank or TargetComparator.Improve
            ? null
            : Array.FindLast(_figures, f => f.Period.End <= target.DueDate);
        return assessment with
        {
            Status = TargetStatus.Met,
            ShortAtDue = atDue is not null && !IsMet(atDue, goal) ? atDue : null,
        };
    }

    private TargetAssessment BeforeDue(TargetAssessment assessment, Rollup figure, double goal, DateOnly due)
    {
        // There is no half of a yes, and no way to a place but that of the others.
        var hasPath = indicator.Numerator.Kind != MeasureKind.Boolean
            && target.Comparator is not (TargetComparator.Improve or TargetComparator.Rank);
        assessment = assessment with
        {
            ExpectedNow = hasPath ? target.Path.ValueOn(Start(), due, goal, figure.Period.End) : null,
        };
        if (IsMet(figure, goal))
        {
            return assessment with { Status = TargetStatus.Met };
        }

        // A report of the due date may come as late as the next would begin to be due.
        if (today.DayNumber > due.DayNumber + LengthDays(figure))
        {
            return assessment with { Status = TargetStatus.Missed };
        }

        assessment = hasPath ? WithPace(assessment, figure, goal, due) : assessment;
        return assessment with { Status = assessment.ExpectedNow is { } expected
            ? AgainstPath(figure.Value.GetValueOrDefault(), goal, expected)
            : WithoutPath(assessment.ProjectedDate, due) };
    }

    private TargetAssessment WithPace(TargetAssessment assessment, Rollup figure, double goal, DateOnly due)
    {
        var missing = goal - figure.Value.GetValueOrDefault();
        var from = today < figure.Period.End ? figure.Period.End : today < due ? today : due;
        var pace = TargetPace.PeriodsOf(target, indicator, figure.Period);
        var left = TargetPace.PeriodsLeft(pace, from, due);
        return assessment with
        {
            RequiredPerMonth = TargetPace.PerMonth(missing, from, due),
            RequiredPerPeriod = missing / left,
            Pace = pace,
            PeriodsLeft = left,
            ProjectedDate = TargetPace.Reach(missing, assessment.TrendPerMonth, figure.Period.End),
        };
    }

    private TargetStatus AgainstPath(double value, double goal, double expected)
    {
        var behind = Math.Abs(goal - value) - Math.Abs(goal - expected);
        return behind <= 0 ? TargetStatus.OnTrack
            : behind <= TargetRules.AtRiskShare * Math.Abs(goal - Start().Value) ? TargetStatus.AtRisk
            : TargetStatus.OffTrack;
    }

    private TargetStatus WithoutPath(DateOnly? projected, DateOnly due) =>
        projected <= due || due.DayNumber - today.DayNumber > TargetRules.DueSoonDays
            ? TargetStatus.OnTrack
            : TargetStatus.AtRisk;

    private static int LengthDays(Rollup figure) => figure.Period.End.DayNumber - figure.Period.Start.DayNumber + 1;
}
