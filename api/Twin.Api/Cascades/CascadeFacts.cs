using Twin.Api.Statistics;
using Twin.Grains.Units;
using Twin.Model.Indicators;
using Twin.Model.Plans.Cascades;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Api.Cascades;

/// <summary>What is known of the units that a target is divided among.</summary>
internal sealed class CascadeFacts
{
    private readonly Dictionary<AdministrativeUnitCode, CascadeUnit> _units = [];

    /// <summary>What is known of a unit; <c>null</c> of one that was not asked.</summary>
    public CascadeUnit? this[AdministrativeUnit unit] => _units.GetValueOrDefault(unit.Code);

    /// <summary>Asks the units for their figures of a period.</summary>
    public static async Task<CascadeFacts> ReadAsync(
        IGrainFactory grains,
        IReadOnlyList<AdministrativeUnit> units,
        Indicator indicator,
        CascadeWeight weight,
        IReadOnlyDictionary<string, double> values,
        TreeOfDate tree,
        TimePeriod period,
        int maxOpen,
        CancellationToken cancellationToken)
    {
        var known = await FanOut.AskAsync(
            units,
            maxOpen,
            async unit =>
            {
                var grain = grains.GetGrain<IAdministrativeUnitGrain>(unit.Code.Value);
                var figure = await grain.GetRollup(indicator.Code, period, asOf: null);
                var counted = weight.Indicator is { } of ? await grain.GetRollup(of.Code, period, asOf: null) : null;
                return Of(unit, indicator, figure, weight.Of(unit, counted), values, tree);
            },
            cancellationToken);
        var facts = new CascadeFacts();
        foreach (var unit in known)
        {
            facts._units.Add(unit.Unit, unit);
        }

        return facts;
    }

    private static CascadeUnit Of(
        AdministrativeUnit unit,
        Indicator indicator,
        Rollup? figure,
        double? weight,
        IReadOnlyDictionary<string, double> values,
        TreeOfDate tree)
    {
        // A bound is of what one unit reports: a sum over many has as many times the room.
        var reporting = indicator.Aggregation == AggregationKind.Sum
            ? Math.Max(1, tree.CountAtLevel(unit.Code, indicator.ReportingLevel))
            : 1;
        return new CascadeUnit
        {
            Unit = unit.Code,
            Mass = indicator.HasDenominator ? figure?.Denominator ?? double.NaN : 1,
            Weight = weight,
            Baseline = figure?.Value,
            Given = values.TryGetValue(unit.Code.Value, out var given) ? given : null,
            Lowest = indicator.Minimum * reporting ?? 0,
            Highest = indicator.Maximum * reporting ?? double.PositiveInfinity,
        };
    }
}
