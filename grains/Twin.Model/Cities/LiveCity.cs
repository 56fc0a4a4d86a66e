namespace Twin.Model.Cities;

/// <summary>
/// What the city is now, on this silo: its dataset with every entry of the journal that this silo has read. It only
/// goes forward. Whoever must have the current definition asks each time; whoever works on one definition for a while
/// takes it once and keeps it. Safe for any number of threads.
/// </summary>
/// <param name="dataset">What the city is without any entry.</param>
/// <param name="changes">Applies the entries.</param>
/// <param name="journal">Where they are.</param>
public sealed class LiveCity(CityDefinition dataset, CityChanges changes, ICityJournal journal)
{
    private readonly Lock _gate = new();
    private readonly List<Action<CityRevision>> _listeners = [];
    private volatile CityRevision _current = CityRevision.Of(dataset);

    /// <summary>The city with its journal.</summary>
    public CityRevision Current => _current;

    /// <summary>What the city is.</summary>
    public CityDefinition Definition => _current.Definition;

    /// <summary>
    /// Has somebody told of the city after each step forward from now on, in order, by whoever took the step: it must
    /// return at once.
    /// </summary>
    public void Tell(Action<CityRevision> listener)
    {
        lock (_gate)
        {
            _listeners.Add(listener);
        }
    }

    /// <summary>Reads what the journal has that this silo has not, and answers the city then.</summary>
    public async ValueTask<CityRevision> CatchUpAsync(CancellationToken cancellationToken)
    {
        var news = await journal.ReadAsync(_current.Sequence, cancellationToken);
        lock (_gate)
        {
            // Two who catch up at once have both read the same.
            foreach (var change in news.Where(change => change.Sequence > _current.Sequence))
            {
                _current = changes.Follow(_current, change);
                _listeners.ForEach(tell => tell(_current));
            }

            return _current;
        }
    }

    /// <summary>The city with every entry that anybody has been answered for until now.</summary>
    public ValueTask<CityRevision> LatestAsync(CancellationToken cancellationToken) =>
        journal.IsShared ? CatchUpAsync(cancellationToken) : ValueTask.FromResult(_current);

    /// <summary>The city after an entry; reads the journal only when this silo has not got that far.</summary>
    public ValueTask<CityRevision> AtLeastAsync(long sequence, CancellationToken cancellationToken) =>
        _current.Sequence >= sequence ? ValueTask.FromResult(_current) : CatchUpAsync(cancellationToken);
}
