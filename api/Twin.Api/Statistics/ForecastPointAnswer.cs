namespace Twin.Api.Statistics;

/// <summary>Where a figure is expected on a day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Value">The value on the line, in the indicator's unit.</param>
/// <param name="Low">The lower end of the range.</param>
/// <param name="High">Its upper end.</param>
internal sealed record ForecastPointAnswer(DateOnly Date, double Value, double Low, double High);
