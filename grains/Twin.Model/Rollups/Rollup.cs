using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Model.Rollups;

/// <summary>The figure of a unit for one indicator and period, with all that makes it checkable.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Period">The time period.</param>
/// <param name="Value">The value in the indicator's unit of measure; <c>null</c> without data or denominator.</param>
/// <param name="Numerator">What the value was made from; <c>null</c> without data.</param>
/// <param name="Denominator">The other part of it; <c>null</c> without data or for a plain value.</param>
/// <param name="Expected">How many units were expected to report, on the boundaries of the period's last day.</param>
/// <param name="Reported">How many did.</param>
/// <param name="Demo">How many of those with demonstration data.</param>
/// <param name="OldestResultTime">The oldest result time in it; <c>null</c> without data.</param>
/// <param name="Version">Grows with every change of the figure.</param>
/// <param name="Breakdown">Which part of the total it is; none for the total itself.</param>
public sealed record Rollup(
    AdministrativeUnitCode Unit,
    IndicatorCode Indicator,
    TimePeriod Period,
    double? Value,
    double? Numerator,
    double? Denominator,
    int Expected,
    int Reported,
    int Demo,
    DateTimeOffset? OldestResultTime,
    long Version,
    Breakdown Breakdown = default);
