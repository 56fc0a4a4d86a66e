namespace Twin.Storage.Indexing;

/// <summary>What the indexes must know of a batch.</summary>
/// <param name="FirstSequence">The batch's first sequence number.</param>
/// <param name="LastSequence">Its last.</param>
/// <param name="RecordedAtMilliseconds">When it was taken in, Unix milliseconds UTC.</param>
/// <param name="Unit">The code of its unit.</param>
/// <param name="Key">Its idempotency key, if it has one.</param>
internal sealed record IndexEntry(
    long FirstSequence, long LastSequence, long RecordedAtMilliseconds, string Unit, string? Key);
