namespace Twin.Storage.Indexing;

/// <summary>Where a unit's batches are found at one moment.</summary>
/// <param name="IndexedTo">The index tables tell of batches that start up to here.</param>
/// <param name="FirstSequences">The unit's batches behind that, oldest first.</param>
internal readonly record struct UnitTail(long IndexedTo, IReadOnlyList<long> FirstSequences);
