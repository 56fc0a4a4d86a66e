namespace Twin.Api.Space;

/// <summary>A unit and how much of it lies in an area.</summary>
/// <param name="Feature">The unit.</param>
/// <param name="Share">Which share of it, above 0 to 1.</param>
/// <param name="SquareMeters">How much of it.</param>
internal sealed record UnitInArea(UnitFeature Feature, double Share, double SquareMeters);
