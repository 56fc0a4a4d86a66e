using System.Collections.Immutable;
using System.Diagnostics;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Model.Rollups;

/// <summary>
/// Works the derived figures of one unit out from what rolled up to it, on demand: growth from levels, indexes from
/// their components, the least of a dimension's members. Nothing of it is averaged over units or kept. Stateless but
/// for its source.
/// </summary>
/// <param name="unit">The unit.</param>
/// <param name="catalog">The catalogue; no indicator in it is made from itself.</param>
/// <param name="source">The unit's figures that rolled up.</param>
public sealed class DerivedFigures(AdministrativeUnitCode unit, IndicatorCatalog catalog, IFigureSource source)
{
    /// <summary>The figure of a derived indicator.</summary>
    public Rollup Figure(int ordinal, TimePeriod period, Breakdown breakdown = default) =>
        DerivedArithmetic.Combine(unit, catalog[ordinal], period, breakdown, Inputs(ordinal, period, breakdown));

    /// <summary>What the figure of a derived indicator is made from.</summary>
    public ImmutableArray<DerivedInput> Inputs(int ordinal, TimePeriod period, Breakdown breakdown = default) =>
        catalog[ordinal].Derivation switch
        {
            Derivation.Growth growth => Levels(ordinal, growth.Of, period, breakdown),
            Derivation.CompoundGrowth growth => Levels(ordinal, growth.Of, period, breakdown),
            Derivation.ExtremeMember extreme => Members(extreme, period, breakdown),
            Derivation.Composite composite =>
            [
                .. composite.On(period.End).Select(component => Component(component, period, breakdown)),
            ],
            _ => throw new UnreachableException($"{catalog[ordinal].Code} is not derived."),
        };

    /// <summary>The periods for which a derived indicator has a value, in order.</summary>
    public IEnumerable<TimePeriod> Periods(int ordinal) => Series(ordinal, _ => true).Select(figure => figure.Period);

    /// <summary>The figures of a derived indicator that have a value, in order of their periods.</summary>
    public IEnumerable<Rollup> Series(int ordinal, Func<TimePeriod, bool> isWanted, Breakdown breakdown = default) =>
        PossiblePeriods(ordinal).Where(isWanted).Order()
            .Select(period => Figure(ordinal, period, breakdown)).Where(figure => figure.Value is not null);

    /// <summary>The periods for which there may be figures, in no order.</summary>
    public IEnumerable<TimePeriod> PossiblePeriods(int ordinal) => catalog[ordinal].Derivation is not { } derivation
        ? source.Periods(ordinal)
        : derivation.Inputs
            .SelectMany(input => catalog.TryGetOrdinal(input, out var of) ? PossiblePeriods(of) : [])
            .Select(period => DerivedPeriods.OfInput(catalog[ordinal], period))
            .OfType<TimePeriod>().Distinct();

    /// <summary>Whether a derived indicator can have figures for periods of that length.</summary>
    public static bool IsOf(Indicator derived, TimePeriod period) =>
        period.Frequency == PeriodFrequency.YearToDate
            ? derived.Derivation is not Derivation.Composite
            : (CadenceFrequency.Of(derived.Cadence) ?? period.Frequency) == period.Frequency;

    /// <summary>
    /// The figures that roll up from which a figure is made, at any depth, as far as there is anything of them.
    /// </summary>
    public IEnumerable<(int Indicator, TimePeriod Period, Breakdown Breakdown)> Needs(
        int ordinal, TimePeriod period, Breakdown breakdown = default)
    {
        if (catalog[ordinal].Derivation is not { } derivation)
        {
            return [(ordinal, period, breakdown)];
        }

        return derivation switch
        {
            Derivation.ExtremeMember extreme when catalog.TryGetOrdinal(extreme.Of, out var of) =>
                MembersOf(extreme).SelectMany(member => Needs(of, period, With(breakdown, extreme, member))),
            Derivation.Composite composite => composite.On(period.End)
                .SelectMany(component => NeedsWithin(component.Indicator, period, breakdown)),
            _ => derivation.Inputs.SelectMany(of => NeedsWithin(of, period, breakdown)
                .Concat(DerivedPeriods.Before(catalog[ordinal], period) is { } before
                    ? NeedsWithin(of, before, breakdown)
                    : [])),
        };
    }

    /// <summary>The derived figures that change with one that rolls up, at any depth; some more than once.</summary>
    public static IEnumerable<(int Indicator, TimePeriod Period)> Dependents(
        IndicatorCatalog catalog, int changed, TimePeriod period)
    {
        foreach (var ordinal in catalog.DependentsOf(changed))
        {
            var derived = catalog[ordinal];
            if (DerivedPeriods.OfInput(derived, period) is not { } own)
            {
                continue;
            }

            foreach (var affected in (TimePeriod?[])[own, DerivedPeriods.After(derived, own)])
            {
                if (affected is { } one)
                {
                    yield return (ordinal, one);
                    foreach (var further in Dependents(catalog, ordinal, one))
                    {
                        yield return further;
                    }
                }
            }
        }
    }

    private static Breakdown With(Breakdown breakdown, Derivation.ExtremeMember extreme, string member) =>
        Breakdown.Of([.. breakdown.Members, new DimensionMember(extreme.Dimension, member)]);

    /// <summary>The levels that growth is between: that of now, and that of before.</summary>
    private ImmutableArray<DerivedInput> Levels(
        int ordinal, IndicatorCode of, TimePeriod period, Breakdown breakdown) =>
        DerivedPeriods.Before(catalog[ordinal], period) is { } before
            ? [Level(of, period, breakdown), Level(of, before, breakdown)]
            : [Level(of, period, breakdown)];

    private DerivedInput Level(IndicatorCode of, TimePeriod period, Breakdown breakdown)
    {
        if (!catalog.TryGetOrdinal(of, out var ordinal))
        {
            return new DerivedInput(of, period, breakdown, null, 0, null);
        }

        var exact = Get(ordinal, period, breakdown);
        var within = period.Frequency == PeriodFrequency.Annual ? Within(ordinal, period, breakdown) : [];
        return new DerivedInput(
            of,
            period,
            breakdown,
            exact?.Value is null ? WholeYear(ordinal, within) ?? exact : exact,
            (exact?.Version ?? 0) + within.Sum(figure => figure.Version),
            null);
    }

    private ImmutableArray<DerivedInput> Members(
        Derivation.ExtremeMember extreme, TimePeriod period, Breakdown breakdown)
    {
        var isKnown = catalog.TryGetOrdinal(extreme.Of, out var of);
        var inputs = ImmutableArray.CreateBuilder<DerivedInput>();
        foreach (var member in MembersOf(extreme))
        {
            var part = With(breakdown, extreme, member);
            var figure = isKnown ? Get(of, period, part) : null;
            inputs.Add(new DerivedInput(extreme.Of, period, part, figure, figure?.Version ?? 0, null));
        }

        return inputs.DrainToImmutable();
    }

    private DerivedInput Component(CompositeComponent component, TimePeriod period, Breakdown breakdown)
    {
        if (!catalog.TryGetOrdinal(component.Indicator, out var ordinal))
        {
            return new DerivedInput(component.Indicator, period, breakdown, null, 0, component);
        }

        var exact = Get(ordinal, period, breakdown);
        var within = Within(ordinal, period, breakdown);
        var found = exact;
        if (exact?.Value is null)
        {
            found = component.Take == ComponentPeriod.WholeYear
                ? WholeYear(ordinal, within)
                : within.Where(figure => figure.Value is not null).MaxBy(figure => (figure.Period.End, figure.Period));
        }

        return new DerivedInput(
            component.Indicator,
            period,
            breakdown,
            found ?? exact,
            (exact?.Version ?? 0) + within.Sum(figure => figure.Version),
            component,
            catalog[ordinal].Derivation is Derivation.Composite);
    }

    private Rollup? WholeYear(int ordinal, List<Rollup> within) =>
        WholeYears.Of(catalog[ordinal], [.. within.Where(figure => figure.Value is not null)]) is [var year, ..]
            ? year
            : null;

    /// <summary>The figures of an indicator for the shorter periods within one, in order.</summary>
    private List<Rollup> Within(int ordinal, TimePeriod period, Breakdown breakdown)
    {
        var figures = new List<Rollup>();
        // An indicator is reported for periods of its cadence alone; without one, whatever there is may lie within.
        var shorter = CadenceFrequency.Of(catalog[ordinal].Cadence) is { } frequency
            ? DerivedPeriods.Within(period, frequency)
            : PossiblePeriods(ordinal).Where(one => one != period && DerivedPeriods.IsWithin(one, period)).Order();
        foreach (var one in shorter)
        {
            if (Get(ordinal, one, breakdown) is { } figure)
            {
                figures.Add(figure);
            }
        }

        return figures;
    }

    private IEnumerable<(int Indicator, TimePeriod Period, Breakdown Breakdown)> NeedsWithin(
        IndicatorCode of, TimePeriod period, Breakdown breakdown) =>
        catalog.TryGetOrdinal(of, out var ordinal)
            ? PossiblePeriods(ordinal)
                .Where(one => one != period && DerivedPeriods.IsWithin(one, period)).Prepend(period)
                .SelectMany(one => Needs(ordinal, one, breakdown))
            : [];

    private Rollup? Get(int ordinal, TimePeriod period, Breakdown breakdown) =>
        catalog[ordinal].Derivation is null
            ? source.Find(ordinal, period, breakdown)
            : Figure(ordinal, period, breakdown);

    private IEnumerable<string> MembersOf(Derivation.ExtremeMember extreme) =>
        catalog.Dimensions.TryGet(extreme.Dimension, out var dimension)
            ? dimension.Members.Select(member => member.Code)
            : [];
}
