using System.Collections.Immutable;
using Twin.Model;
using Twin.Model.Cities;
using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Grains.Units;

/// <summary>
/// Makes the figures that people read out of a unit's roll-up table. The table's units and indicators are those of
/// <paramref name="city"/>; plans and their targets are looked up in the live city, for they change more often.
/// </summary>
internal sealed class UnitFigures(AdministrativeUnitCode unit, CityDefinition city, LiveCity live, RollupTable table)
{
    public Rollup Figure(int indicator, TimePeriod period) =>
        Figure(indicator, period, table.TryGetTotal(indicator, period, out var total) ? total : default);

    public Rollup Figure(int indicator, TimePeriod period, in AggregateSlot slot)
    {
        var definition = city.Indicators[indicator];
        var total = slot.Aggregate;
        var hasData = total.Reported > 0;
        return new Rollup(
            unit,
            definition.Code,
            period,
            Aggregation.ValueOf(definition.Aggregation, definition.Scale, total),
            hasData ? total.Numerator : null,
            hasData && definition.HasDenominator ? total.Denominator : null,
            Expected(definition, period),
            total.Reported,
            total.Demo,
            hasData ? DateTimeOffset.FromUnixTimeMilliseconds(total.OldestUnixMilliseconds) : null,
            slot.Version);
    }

    public IReadOnlyList<Rollup> Series(IndicatorCode indicator, TimePeriod? first, TimePeriod? last)
    {
        if (!city.Indicators.TryGetOrdinal(indicator, out var ordinal))
        {
            return [];
        }

        return
        [
            .. table.Periods(ordinal)
                .Where(period => !(period < first) && !(period > last)).Select(period => Figure(ordinal, period)),
        ];
    }

    public IReadOnlyList<Rollup> OfPeriod(TimePeriod period) =>
        [.. table.Indicators(period).Order().Select(indicator => Figure(indicator, period))];

    public IReadOnlyList<TimePeriod> Periods(IndicatorCode? indicator)
    {
        if (indicator is not { } code)
        {
            // Deadlines pass in months for which nothing is reported; that makes no period to look at.
            return
            [
                .. table.Periods(null)
                    .Where(period => table.Indicators(period).Any(i => !city.Indicators[i].IsDerived)),
            ];
        }

        return city.Indicators.TryGetOrdinal(code, out var ordinal) ? [.. table.Periods(ordinal)] : [];
    }

    /// <summary>
    /// The measurable targets that bind this unit, on one indicator or all, held against the figures of periods that
    /// end no later than the given one does.
    /// </summary>
    public IReadOnlyList<TargetAssessment> Scorecard(IndicatorCode? indicator, TimePeriod? period)
    {
        var assessments = new List<TargetAssessment>();
        var now = live.Definition;
        var path = Path(now.Tree, period);
        foreach (var target in now.Targets)
        {
            if (!target.IsMeasurable || (indicator is { } one && target.Indicator != one)
                || target.Indicator is not { } code || !city.Indicators.TryGet(code, out var definition)
                || !Binds(now, target, path))
            {
                continue;
            }

            // One indicator is held against the figure of that very period: no other length may stand in for it.
            var figures = Series(code, null, null).Where(f => period is not { } limit
                || (f.Period.End <= limit.End && (indicator is null || f.Period.Frequency == limit.Frequency)));
            assessments.Add(TargetRules.Assess(target, definition, [.. figures]));
        }

        return assessments;
    }

    public RollupChange Change(ImmutableArray<VersionedAggregate> rows)
    {
        var changes = ImmutableArray.CreateBuilder<Rollup>(Math.Min(rows.Length, RollupChange.MaxChanges));
        foreach (var row in rows)
        {
            if (changes.Count == RollupChange.MaxChanges)
            {
                break;
            }

            if (city.Indicators.TryGetOrdinal(row.Indicator, out var indicator))
            {
                changes.Add(Figure(indicator, row.Period, new AggregateSlot(row.Aggregate, row.Version)));
            }
        }

        return new RollupChange(unit, changes.DrainToImmutable(), rows.Length);
    }

    private int Expected(Indicator definition, TimePeriod period) => definition.IsDerived
        ? city.Duties.CountUnits(unit, period.End, city.Tree)
        : city.Tree.On(period.End).CountAtLevel(unit, definition.ReportingLevel);

    /// <summary>This unit and those above it at the end of the period, or when this unit was last made.</summary>
    private AdministrativeUnit[] Path(AdministrativeTree tree, TimePeriod? period)
    {
        var date = period?.End ?? tree.VersionsOf(unit).LastOrDefault()?.ValidFrom;
        return date is { } day ? [.. tree.On(day).PathUp(unit)] : [];
    }

    /// <summary>A target binds the plan's unit and the units below it, at the levels that the plan names.</summary>
    private static bool Binds(CityDefinition now, Target target, AdministrativeUnit[] path)
    {
        var plan = now.Plans.FirstOrDefault(p => string.Equals(p.Id, target.PlanId, StringComparison.Ordinal));
        return plan?.Unit is { } planUnit
            && path is [var self, ..]
            && target.Binds(self.Level)
            && path.Any(u => u.Code == planUnit);
    }
}
