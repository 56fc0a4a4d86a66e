using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Model.Rollups;

/// <summary>Makes a figure of what rolled up to a unit. Stateless.</summary>
public static class ContributedFigure
{
    /// <summary>The figure.</summary>
    /// <param name="city">The city; how many units are expected depends on it.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="indicator">The indicator; it is not derived from others.</param>
    /// <param name="period">The period.</param>
    /// <param name="breakdown">The part; none for the total.</param>
    /// <param name="slot">What rolled up; <c>default</c> when nothing ever did.</param>
    public static Rollup Of(
        CityDefinition city,
        AdministrativeUnitCode unit,
        Indicator indicator,
        TimePeriod period,
        Breakdown breakdown,
        in AggregateSlot slot)
    {
        var total = slot.Aggregate;
        var hasData = total.Reported > 0;
        return new Rollup(
            unit,
            indicator.Code,
            period,
            Aggregation.ValueOf(indicator, breakdown, total),
            hasData ? total.Numerator : null,
            hasData && indicator.ShowsDenominator ? total.Denominator : null,
            indicator.IsDerived
                ? city.Duties.CountUnits(unit, period.End, city.Tree)
                : city.Tree.On(period.End).CountAtLevel(unit, indicator.ReportingLevel),
            total.Reported,
            total.Demo,
            hasData ? DateTimeOffset.FromUnixTimeMilliseconds(total.OldestUnixMilliseconds) : null,
            slot.Version,
            breakdown);
    }
}
