using Twin.Model.States;
using Twin.Storage.States;

namespace Twin.Storage.Postgres;

/// <summary>What a commit does to states, while it is put together: of several changes of one state the last.</summary>
internal sealed class StateChanges(Dictionary<StateKey, long> stored, long lastVersion)
{
    private readonly Dictionary<StateKey, StateRequest> _written = [];
    private readonly List<long> _removed = [];

    /// <summary>The number of the last write, this commit's included; none is given twice.</summary>
    public long LastVersion { get; private set; } = lastVersion;

    /// <summary>Whether nothing is to be written or removed.</summary>
    public bool IsEmpty => _removed.Count == 0 && _written.Count == 0;

    /// <summary>The rows to remove: those of states that are removed or replaced.</summary>
    public IReadOnlyList<long> Removed => _removed;

    /// <summary>The states to write, with their numbers.</summary>
    public IEnumerable<(StateRequest Change, long Version)> Written =>
        _written.Values.Select(change => (change, stored[change.Key]));

    /// <summary>Carries a change out, unless it conflicts with what there is by now.</summary>
    public StateChange Apply(StateRequest change)
    {
        long? current = stored.TryGetValue(change.Key, out var version) ? version : null;
        if (change.ConflictWith(current) is { } conflict)
        {
            return conflict;
        }

        if (current is { } replaced && !_written.Remove(change.Key))
        {
            _removed.Add(replaced);
        }

        if (change.Value is null)
        {
            stored.Remove(change.Key);
            return new StateChange.Applied(null);
        }

        stored[change.Key] = ++LastVersion;
        _written.Add(change.Key, change);
        return new StateChange.Applied(StateRequest.ETag(LastVersion));
    }
}
