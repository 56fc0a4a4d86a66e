using System.Collections.Immutable;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>A question to a shard.</summary>
/// <param name="At">The instant that is asked for.</param>
/// <param name="Feeds">When feeds were down, as known then.</param>
[GenerateSerializer, Immutable, Alias("twin.FleetQuestion")]
public sealed record FleetQuestion(
    [property: Id(0)] DateTimeOffset At, [property: Id(1)] ImmutableArray<FeedCondition> Feeds);
