using System.Collections.Immutable;
using Twin.Model.Rollups;

namespace Twin.Silo.Runtime.Orleans.News;

/// <summary>What changed on a silo, in its order.</summary>
/// <param name="Changes">Changes, at most <see cref="Follower.MaxChangesPerMessage"/>.</param>
/// <param name="HasGap">Whether changes before these were lost.</param>
[GenerateSerializer, Immutable, Alias("twin.NewsMessage")]
internal sealed record NewsMessage(
    [property: Id(0)] ImmutableArray<RollupChange> Changes, [property: Id(1)] bool HasGap);
