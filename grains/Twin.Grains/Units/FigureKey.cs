using Twin.Model.Indicators;
using Twin.Model.Time;

namespace Twin.Grains.Units;

/// <summary>Which figure of a unit, with all parts of it.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Period">The time period.</param>
[GenerateSerializer, Immutable, Alias("twin.FigureKey")]
public readonly record struct FigureKey(
    [property: Id(0)] IndicatorCode Indicator, [property: Id(1)] TimePeriod Period);
