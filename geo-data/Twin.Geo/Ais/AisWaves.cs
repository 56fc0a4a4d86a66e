namespace Twin.Geo.Ais;

/// <summary>Waves or swell.</summary>
/// <param name="HeightMeters">How high.</param>
/// <param name="PeriodSeconds">From crest to crest.</param>
/// <param name="DirectionDegrees">From where, 0 to 359.</param>
public readonly record struct AisWaves(double? HeightMeters, int? PeriodSeconds, int? DirectionDegrees);
