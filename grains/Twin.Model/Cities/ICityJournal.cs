namespace Twin.Model.Cities;

/// <summary>
/// Every change of what the city is, in one durable order. Replayed over the dataset it gives the city's current
/// definition. Appends are rare. Safe for any number of threads.
/// </summary>
public interface ICityJournal
{
    /// <summary>Whether others than this process append to it too, so that only reading it tells what it has.</summary>
    bool IsShared { get; }

    /// <summary>
    /// Appends an entry whose sequence number is the next one, and completes when it is durable; <c>false</c>, and
    /// nothing is written, when another entry has that number already. Throws <see cref="CityJournalException"/> when
    /// it cannot be written; it may be in the journal then, as the next reading shows.
    /// </summary>
    ValueTask<bool> AppendAsync(CityChange change, CancellationToken cancellationToken);

    /// <summary>
    /// The entries after a sequence number, oldest first, as they are now. Throws <see cref="CityJournalException"/>
    /// when they cannot be read.
    /// </summary>
    ValueTask<IReadOnlyList<CityChange>> ReadAsync(long afterSequence, CancellationToken cancellationToken);
}
