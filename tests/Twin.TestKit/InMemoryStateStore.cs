using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Twin.Model.States;

namespace Twin.TestKit;

/// <summary>
/// States without a disk: same tags, same conflicts. What it holds is "durable" for as long as the object lives.
/// </summary>
public sealed class InMemoryStateStore : IStateStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<StateKey, StoredState> _states = [];
    private long _version;

    /// <summary>Which changes fail, as on a full disk; none when <c>null</c>.</summary>
    public Func<StateKey, bool>? FailChanges { get; set; }

    /// <summary>Which reads fail; none when <c>null</c>.</summary>
    public Func<StateKey, bool>? FailReads { get; set; }

    /// <summary>Precedes each change; a test that holds it back sees what happens before the commit.</summary>
    public Func<CancellationToken, Task>? BeforeCommit { get; set; }

    /// <inheritdoc/>
    public ValueTask<StoredState?> ReadAsync(StateKey key, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (FailReads?.Invoke(key) == true)
        {
            throw new StateStoreException($"The state {key} could not be read.");
        }

        lock (_gate)
        {
            return ValueTask.FromResult(_states.GetValueOrDefault(key));
        }
    }

    /// <inheritdoc/>
    public ValueTask<StateChange> WriteAsync(
        StateKey key, ReadOnlyMemory<byte> value, string? expectedETag, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value.Length, IStateStore.MaxValueBytes, nameof(value));
        return ChangeAsync(key, value, expectedETag, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<StateChange> ClearAsync(
        StateKey key, string? expectedETag, CancellationToken cancellationToken) =>
        ChangeAsync(key, value: null, expectedETag, cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerable<KeyedState> ReadAllAsync(
        string grainType, string stateName, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<KeyedState> found;
        lock (_gate)
        {
            found =
            [
                .. _states
                    .Where(pair => string.Equals(pair.Key.GrainType, grainType, StringComparison.Ordinal)
                        && string.Equals(pair.Key.StateName, stateName, StringComparison.Ordinal))
                    .Select(pair => new KeyedState(pair.Key, pair.Value)),
            ];
        }

        found.Sort((one, other) => Utf8(one).AsSpan().SequenceCompareTo(Utf8(other)));
        await Task.CompletedTask;
        foreach (var state in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return state;
        }
    }

    private static byte[] Utf8(KeyedState state) => Encoding.UTF8.GetBytes(state.Key.Key);

    private async ValueTask<StateChange> ChangeAsync(
        StateKey key, ReadOnlyMemory<byte>? value, string? expectedETag, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (BeforeCommit is { } before)
        {
            await before(cancellationToken);
        }

        if (FailChanges?.Invoke(key) == true)
        {
            throw new StateStoreException($"The state {key} could not be changed.");
        }

        lock (_gate)
        {
            var stored = _states.GetValueOrDefault(key);
            var isForced = value is null && expectedETag is null;
            if (!isForced && !string.Equals(stored?.ETag, expectedETag, StringComparison.Ordinal))
            {
                return new StateChange.Conflict(stored?.ETag);
            }

            if (value is not { } bytes)
            {
                _states.Remove(key);
                return new StateChange.Applied(null);
            }

            var etag = (++_version).ToString(CultureInfo.InvariantCulture);
            _states[key] = new StoredState(bytes.ToArray(), etag);
            return new StateChange.Applied(etag);
        }
    }
}
