namespace Twin.Model.Places;

/// <summary>
/// The places of the city. What was answered is durable and what is asked after the answer sees it, on every silo. Safe
/// for any number of threads.
/// </summary>
public interface IPlaceStore
{
    /// <summary>
    /// All places of a layer as they are now: the same object for as long as none of them changes, so asking again is
    /// how to watch them.
    /// </summary>
    ValueTask<PlaceSet> GetAsync(PlaceLayer layer, CancellationToken cancellationToken);

    /// <summary>
    /// A place on all days, also one that is gone, for its trail; <c>null</c> where nobody ever entered it.
    /// </summary>
    ValueTask<PlaceHistory?> FindAsync(PlaceLayer layer, PlaceId id, CancellationToken cancellationToken);

    /// <summary>Enters a place, or gives it another version.</summary>
    Task<PlaceOutcome> WriteAsync(PlaceWrite write);

    /// <summary>Ends a place. Its days before stay as they were.</summary>
    Task<PlaceOutcome> RetireAsync(PlaceEnd wish);

    /// <summary>
    /// Takes in many places. Those that are wrong are refused and the others taken; those that say what is there
    /// already change nothing, so an import that was cut off is simply done again.
    /// </summary>
    Task<PlaceReplacementOutcome> ReplaceAsync(PlaceReplacement replacement);
}
