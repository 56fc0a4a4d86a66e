using System.Collections.Immutable;
using Twin.Model.Alerts;
using Twin.Model.Rollups;
using Twin.Model.Vessels;

namespace Twin.Silo.Runtime.Orleans.News;

/// <summary>What changed on a silo, in its order.</summary>
/// <param name="Changes">Changed figures.</param>
/// <param name="HasGap">Whether news before these was lost.</param>
/// <param name="Alerts">What happened to alerts.</param>
/// <param name="Moved">Vessels that moved; a vessel may be there more than once, the last time last.</param>
/// <param name="Cases">
/// Cases that changed; with changes and alerts at most <see cref="Follower.MaxPerMessage"/>.
/// </param>
[GenerateSerializer, Immutable, Alias("twin.NewsMessage")]
internal sealed record NewsMessage(
    [property: Id(0)] ImmutableArray<RollupChange> Changes,
    [property: Id(1)] bool HasGap,
    [property: Id(2)] ImmutableArray<AlertNotice> Alerts,
    [property: Id(3)] ImmutableArray<VesselMark> Moved,
    [property: Id(4)] ImmutableArray<CaseFile> Cases);
