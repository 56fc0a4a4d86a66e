using System.Collections.Immutable;
using Twin.Model;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Grains.Units;

/// <summary>Makes the figures that people read out of a unit's roll-up table.</summary>
internal sealed class UnitFigures(AdministrativeUnitCode unit, CityDefinition city, RollupTable table)
{
    public Rollup Figure(int indicator, TimePeriod period, Breakdown breakdown = default) => Figure(
        indicator,
        period,
        breakdown,
        table.TryGetTotal(indicator, period, out var total, breakdown) ? total : default);

    public IReadOnlyList<Rollup> Breakdowns(int indicator, TimePeriod period) =>
        [.. table.Breakdowns(indicator, period).Select(breakdown => Figure(indicator, period, breakdown))];

    private Rollup Figure(int indicator, TimePeriod period, Breakdown breakdown, in AggregateSlot slot)
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
            slot.Version,
            breakdown);
    }

    public IReadOnlyList<Rollup> Series(
        IndicatorCode indicator, TimePeriod? first, TimePeriod? last, Breakdown breakdown = default) =>
        Series(indicator, period => !(period < first) && !(period > last), breakdown);

    public IReadOnlyList<Rollup> Series(
        IndicatorCode indicator, Func<TimePeriod, bool> isWanted, Breakdown breakdown = default) =>
        city.Indicators.TryGetOrdinal(indicator, out var ordinal)
            ?
            [
                .. table.Periods(ordinal)
                    .Where(period => isWanted(period) && table.TryGetTotal(ordinal, period, out _, breakdown))
                    .Select(period => Figure(ordinal, period, breakdown)),
            ]
            : [];

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
    /// The totals that changed. With every part that changes its total does, and whoever shows parts asks for them.
    /// </summary>
    public RollupChange Change(ImmutableArray<VersionedAggregate> rows)
    {
        var changes = ImmutableArray.CreateBuilder<Rollup>(Math.Min(rows.Length, RollupChange.MaxChanges));
        var total = 0;
        foreach (var row in rows)
        {
            if (!row.Breakdown.IsNone)
            {
                continue;
            }

            total++;
            if (changes.Count < RollupChange.MaxChanges
                && city.Indicators.TryGetOrdinal(row.Indicator, out var indicator))
            {
                changes.Add(Figure(indicator, row.Period, default, new AggregateSlot(row.Aggregate, row.Version)));
            }
        }

        return new RollupChange(unit, changes.DrainToImmutable(), total);
    }

    private int Expected(Indicator definition, TimePeriod period) => definition.IsDerived
        ? city.Duties.CountUnits(unit, period.End, city.Tree)
        : city.Tree.On(period.End).CountAtLevel(unit, definition.ReportingLevel);
}
