using System.Collections.Immutable;

namespace Twin.Grains.Alerts;

/// <summary>Asks a unit and all below it to look at their rules.</summary>
/// <param name="At">The instant that ages and deadlines are reckoned at.</param>
/// <param name="FeedsDown">The subsystems whose feed is down above.</param>
[GenerateSerializer, Immutable, Alias("twin.AlertTick")]
public sealed record AlertTick(
    [property: Id(0)] DateTimeOffset At, [property: Id(1)] ImmutableArray<string> FeedsDown);
