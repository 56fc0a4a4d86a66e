using System.Collections.Immutable;
using Twin.Model;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Grains.Units;

/// <summary>
/// Makes the figures that people read out of a unit's roll-up table: those that rolled up as they are, the others by
/// working them out.
/// </summary>
internal sealed class UnitFigures : IFigureSource
{
    private readonly AdministrativeUnitCode _unit;
    private readonly CityDefinition _city;
    private readonly RollupTable _table;
    private readonly DerivedFigures _derived;

    public UnitFigures(AdministrativeUnitCode unit, CityDefinition city, RollupTable table)
    {
        (_unit, _city, _table) = (unit, city, table);
        _derived = new DerivedFigures(unit, city.Indicators, this);
    }

    public Rollup Figure(int indicator, TimePeriod period, Breakdown breakdown = default) =>
        IsDerived(indicator)
            ? _derived.Figure(indicator, period, breakdown)
            : Contributed(
                indicator,
                period,
                breakdown,
                _table.TryGetTotal(indicator, period, out var total, breakdown) ? total : default);

    /// <summary>What a derived figure is made from; nothing for one that rolled up.</summary>
    public ImmutableArray<DerivedInput> Inputs(int indicator, TimePeriod period, Breakdown breakdown) =>
        IsDerived(indicator) ? _derived.Inputs(indicator, period, breakdown) : [];

    /// <summary>What must be known of the past for a figure of the past.</summary>
    public ImmutableArray<FigureKey> Needs(int indicator, TimePeriod period) =>
    [
        .. _derived.Needs(indicator, period).Select(need => (need.Indicator, need.Period)).Distinct()
            .Select(need => new FigureKey(_city.Indicators[need.Indicator].Code, need.Period)),
    ];

    public IReadOnlyList<Rollup> Breakdowns(int indicator, TimePeriod period) =>
        [.. _table.Breakdowns(indicator, period).Select(breakdown => Figure(indicator, period, breakdown))];

    public IReadOnlyList<Rollup> Series(
        IndicatorCode indicator, TimePeriod? first, TimePeriod? last, Breakdown breakdown = default) =>
        Series(indicator, period => !(period < first) && !(period > last), breakdown);

    public IReadOnlyList<Rollup> Series(
        IndicatorCode indicator, Func<TimePeriod, bool> isWanted, Breakdown breakdown = default)
    {
        if (!_city.Indicators.TryGetOrdinal(indicator, out var ordinal))
        {
            return [];
        }

        return IsDerived(ordinal)
            ? [.. _derived.Series(ordinal, isWanted, breakdown)]
            :
            [
                .. _table.Periods(ordinal)
                    .Where(period => isWanted(period) && _table.TryGetTotal(ordinal, period, out _, breakdown))
                    .Select(period => Figure(ordinal, period, breakdown)),
            ];
    }

    /// <summary>All figures of a period: those that rolled up, and the derived ones that have a value.</summary>
    public IReadOnlyList<Rollup> OfPeriod(TimePeriod period) =>
    [
        .. _table.Indicators(period).Select(indicator => (Ordinal: indicator, Figure: Figure(indicator, period)))
            .Concat(_city.Indicators.Derived.Where(derived => IsOf(derived, period))
                .Select(derived => (Ordinal: derived, Figure: _derived.Figure(derived, period)))
                .Where(one => one.Figure.Value is not null))
            .OrderBy(one => one.Ordinal).Select(one => one.Figure),
    ];

    public IReadOnlyList<TimePeriod> Periods(IndicatorCode? indicator)
    {
        if (indicator is not { } code)
        {
            // Deadlines pass in months for which nothing is reported; that makes no period to look at.
            return
            [
                .. _table.Periods(null)
                    .Where(period => _table.Indicators(period).Any(i => !_city.Indicators[i].IsDerived)),
            ];
        }

        if (!_city.Indicators.TryGetOrdinal(code, out var ordinal))
        {
            return [];
        }

        return [.. IsDerived(ordinal) ? _derived.Periods(ordinal) : _table.Periods(ordinal)];
    }

    /// <summary>
    /// The totals that changed, and the figures that are worked out from them. With every part that changes its total
    /// does, and whoever shows parts asks for them.
    /// </summary>
    public RollupChange Change(ImmutableArray<VersionedAggregate> rows)
    {
        var changes = ImmutableArray.CreateBuilder<Rollup>(Math.Min(rows.Length, RollupChange.MaxChanges));
        var total = 0;
        HashSet<(int Indicator, TimePeriod Period)>? derived = null;
        foreach (var row in rows)
        {
            if (!row.Breakdown.IsNone)
            {
                continue;
            }

            total++;
            if (!_city.Indicators.TryGetOrdinal(row.Indicator, out var indicator))
            {
                continue;
            }

            if (changes.Count < RollupChange.MaxChanges)
            {
                changes.Add(Contributed(
                    indicator, row.Period, default, new AggregateSlot(row.Aggregate, row.Version)));
            }

            if (!_city.Indicators.DependentsOf(indicator).IsEmpty)
            {
                (derived ??= []).UnionWith(DerivedFigures.Dependents(_city.Indicators, indicator, row.Period));
            }
        }

        foreach (var (indicator, period) in derived ?? [])
        {
            total++;
            if (changes.Count < RollupChange.MaxChanges)
            {
                changes.Add(_derived.Figure(indicator, period));
            }
        }

        return new RollupChange(_unit, changes.DrainToImmutable(), total);
    }

    Rollup? IFigureSource.Find(int indicator, TimePeriod period, Breakdown breakdown) =>
        _table.TryGetTotal(indicator, period, out var total, breakdown)
            ? Contributed(indicator, period, breakdown, total)
            : null;

    IEnumerable<TimePeriod> IFigureSource.Periods(int indicator) => _table.Periods(indicator);

    private bool IsDerived(int indicator) => _city.Indicators[indicator].Derivation is not null;

    private bool IsOf(int derived, TimePeriod period) =>
        DerivedFigures.IsOf(_city.Indicators[derived], period);

    private Rollup Contributed(int indicator, TimePeriod period, Breakdown breakdown, in AggregateSlot slot) =>
        ContributedFigure.Of(_city, _unit, _city.Indicators[indicator], period, breakdown, slot);
}
