namespace Twin.Model.Plans;

/// <summary>Where a figure is expected on a day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Value">The value, in the indicator's unit of measure.</param>
/// <param name="Low">The lower end of the range that eight of ten figures would fall in.</param>
/// <param name="High">Its upper end.</param>
public readonly record struct ForecastPoint(DateOnly Date, double Value, double Low, double High);
