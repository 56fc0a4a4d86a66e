using Twin.Model;
using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Api.Statistics;

/// <summary>Holds the targets of a unit against figures that were carried onto its boundaries.</summary>
internal static class RebasedTargets
{
    /// <summary>
    /// The targets on an indicator that bind a unit on the day of the boundaries, held against its figures up to a
    /// period. A place among others is not known of figures on other boundaries.
    /// </summary>
    public static async Task<IReadOnlyList<TargetAssessment>> AssessAsync(
        RebasedFigures rebased,
        CityDefinition city,
        AdministrativeUnitCode unit,
        Indicator indicator,
        TimePeriod period,
        Boundaries boundaries,
        CancellationToken cancellationToken)
    {
        Target[] binding =
        [
            .. TargetBinding.On(city, [.. city.Tree.On(boundaries.Date).PathUp(unit)]).Where(target =>
                target is { IsMeasurable: true, Comparator: not TargetComparator.Rank }
                && target.Indicator == indicator.Code),
        ];
        if (binding.Length == 0)
        {
            return [];
        }

        var all = await rebased.SeriesAsync(unit, indicator, null, null, boundaries, cancellationToken);
        var series = all.Select(one => one.Figure)
            .Where(figure => figure.Period.End <= period.End && figure.Period.Frequency == period.Frequency).ToArray();
        return [.. binding.Select(target => TargetRules.Assess(target, indicator, series, period.End, null))];
    }
}
