using System.Collections.Immutable;

namespace Twin.Model.Operations;

/// <summary>What a host of grains looks like at one moment.</summary>
/// <param name="Classes">Its grain classes, by name.</param>
/// <param name="Busiest">The grains that did most in the last seconds, the busiest first.</param>
/// <param name="Incidents">The latest slow turns and failures, the latest first.</param>
public sealed record GrainReadings(
    ImmutableArray<GrainClassReading> Classes,
    ImmutableArray<BusyGrainReading> Busiest,
    ImmutableArray<GrainIncidentReading> Incidents);
