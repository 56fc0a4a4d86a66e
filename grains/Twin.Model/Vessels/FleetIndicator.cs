using Twin.Model.Indicators;

namespace Twin.Model.Vessels;

/// <summary>An indicator that the fleet itself reports.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Counts">Which vessels it counts.</param>
public sealed record FleetIndicator(IndicatorCode Indicator, FleetMeasure Counts);
