using Twin.Model.Places;

namespace Twin.Grains.Places;

/// <summary>
/// The places of one shard of a layer: docs/adr/0060. Keyed by <see cref="PlaceShards.Key"/>.
/// </summary>
/// <remarks>
/// Questions interleave: they look at what is kept and change nothing, and a shard that waits for a commit must still
/// be read.
/// </remarks>
public interface IPlaceShardGrain : IGrainWithStringKey
{
    /// <summary>What changed after a revision that the caller has; all, with those that are gone, after 0.</summary>
    [AlwaysInterleave]
    Task<PlaceShardNews> Read(long revision);

    /// <summary>A place on all days; <c>null</c> where nobody ever entered it.</summary>
    [AlwaysInterleave]
    Task<PlaceHistory?> Find(PlaceId id);

    /// <summary>Enters a place, or gives it another version; durable when the answer comes.</summary>
    Task<PlaceAnswer> Write(PlaceWrite write);

    /// <summary>Ends a place; durable when the answer comes.</summary>
    Task<PlaceAnswer> Retire(PlaceEnd wish);

    /// <summary>Takes in many places in one commit; a dry run changes nothing.</summary>
    Task<PlaceReplacementOutcome> Replace(PlacesMessage message);
}
