namespace Twin.Model.Plans;

/// <summary>A value laid down for a day: a baseline, or an interim value on the way to a target.</summary>
/// <param name="Date">The day.</param>
/// <param name="Value">The value, in the indicator's unit of measure.</param>
public readonly record struct PathwayPoint(DateOnly Date, double Value);
