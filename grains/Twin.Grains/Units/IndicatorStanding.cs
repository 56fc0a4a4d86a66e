using System.Collections.Immutable;
using Twin.Model.Plans;
using Twin.Model.Rollups;

namespace Twin.Grains.Units;

/// <summary>A unit's figure of one indicator, and how the targets on it stand, in short.</summary>
/// <param name="Figure">The figure; <c>null</c> for an unknown indicator, or where there is none.</param>
/// <param name="Targets">How each target stands that binds the unit.</param>
[GenerateSerializer, Immutable, Alias("twin.IndicatorStanding")]
public sealed record IndicatorStanding(
    [property: Id(0)] Rollup? Figure, [property: Id(1)] ImmutableArray<TargetStanding> Targets);
