using System.Collections.Immutable;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>Where a vessel went.</summary>
/// <param name="Reports">The accepted reports, oldest first.</param>
/// <param name="IsCut">Whether there were more than are given; then the oldest are missing.</param>
[GenerateSerializer, Immutable, Alias("twin.TrackAnswer")]
public sealed record TrackAnswer(
    [property: Id(0)] ImmutableArray<PositionReport> Reports, [property: Id(1)] bool IsCut);
