using Twin.Model.Cities;

namespace Twin.TestKit;

/// <summary>
/// The city's journal without a disk. What it holds is "durable" for as long as the object lives.
/// <see cref="FailAppends"/> makes it refuse, as a full disk would.
/// </summary>
public sealed class InMemoryCityJournal : ICityJournal
{
    private readonly Lock _gate = new();
    private readonly List<CityChange> _changes = [];

    /// <summary>Whether appends fail.</summary>
    public bool FailAppends { get; set; }

    /// <summary>Always: tests append to it beside the silos, of which there may be two.</summary>
    public bool IsShared => true;

    /// <inheritdoc/>
    public ValueTask<bool> AppendAsync(CityChange change, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            if (FailAppends)
            {
                throw new CityJournalException("The entry could not be written.");
            }

            if (change.Sequence != _changes.Count + 1)
            {
                return ValueTask.FromResult(false);
            }

            _changes.Add(change);
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<CityChange>> ReadAsync(long afterSequence, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<CityChange>>(
                [.. _changes.Where(change => change.Sequence > afterSequence)]);
        }
    }
}
