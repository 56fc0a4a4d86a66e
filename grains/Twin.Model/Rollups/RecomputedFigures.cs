using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Model.Rollups;

/// <summary>
/// The figures of one unit as a batch recompute makes them: what derived figures must be worked out from.
/// </summary>
/// <param name="city">The city.</param>
/// <param name="recompute">The recompute, with all of the log that counts.</param>
/// <param name="unit">The unit.</param>
/// <param name="periods">What <see cref="PeriodsOf"/> answered; the same for all units.</param>
public sealed class RecomputedFigures(
    CityDefinition city,
    BatchRecompute recompute,
    AdministrativeUnitCode unit,
    ILookup<IndicatorCode, TimePeriod> periods) : IFigureSource
{
    /// <summary>The periods for which anybody reported, by indicator.</summary>
    public static ILookup<IndicatorCode, TimePeriod> PeriodsOf(BatchRecompute recompute) => recompute.Cells()
        .Select(cell => (cell.Indicator.Code, cell.Period)).Distinct().ToLookup(cell => cell.Code, cell => cell.Period);

    /// <inheritdoc/>
    public Rollup? Find(int indicator, TimePeriod period, Breakdown breakdown) =>
        recompute.Compute(unit, city.Indicators[indicator], period, breakdown) is { Reported: > 0 } found
            ? ContributedFigure.Of(
                city, unit, city.Indicators[indicator], period, breakdown, new AggregateSlot(found, 1))
            : null;

    /// <inheritdoc/>
    public IEnumerable<TimePeriod> Periods(int indicator) => periods[city.Indicators[indicator].Code];
}
