using System.Collections.Immutable;
using Twin.Model.Alerts;
using Twin.Model.Rollups;

namespace Twin.Silo.Runtime.Orleans.News;

/// <summary>What changed on a silo, in its order.</summary>
/// <param name="Changes">Changed figures.</param>
/// <param name="HasGap">Whether news before these was lost.</param>
/// <param name="Alerts">What happened to alerts; with the changes at most <see cref="Follower.MaxPerMessage"/>.</param>
[GenerateSerializer, Immutable, Alias("twin.NewsMessage")]
internal sealed record NewsMessage(
    [property: Id(0)] ImmutableArray<RollupChange> Changes,
    [property: Id(1)] bool HasGap,
    [property: Id(2)] ImmutableArray<AlertNotice> Alerts);
