using Twin.Model;
using Twin.Model.Dimensions;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.TestKit;

/// <summary>The figures of one unit as a batch recompute makes them.</summary>
/// <param name="city">The city.</param>
/// <param name="recompute">The recompute, with all of the log that counts.</param>
/// <param name="unit">The unit.</param>
public sealed class RecomputedFigures(CityDefinition city, BatchRecompute recompute, AdministrativeUnitCode unit)
    : IFigureSource
{
    private readonly ILookup<string, TimePeriod> _periods = recompute.Cells()
        .ToLookup(cell => cell.Indicator.Code.Value, cell => cell.Period, StringComparer.Ordinal);

    /// <inheritdoc/>
    public Rollup? Find(int indicator, TimePeriod period, Breakdown breakdown) =>
        recompute.Compute(unit, city.Indicators[indicator], period, breakdown) is { Reported: > 0 } found
            ? ContributedFigure.Of(
                city, unit, city.Indicators[indicator], period, breakdown, new AggregateSlot(found, 1))
            : null;

    /// <inheritdoc/>
    public IEnumerable<TimePeriod> Periods(int indicator) =>
        _periods[city.Indicators[indicator].Code.Value].Distinct();
}
