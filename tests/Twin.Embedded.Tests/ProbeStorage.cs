using System.Globalization;
using Orleans;
using Orleans.Runtime;
using Orleans.Storage;

namespace Twin.Embedded.Tests;

/// <summary>Keeps the states of test grains in memory, and does what the test says about it.</summary>
internal sealed class ProbeStorage(Probe probe) : IGrainStorage
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Name, GrainId Grain), (object? State, string ETag)> _states = [];
    private int _version;

    /// <summary>What the next operations fail with, until it is null again.</summary>
    public Exception? Failure { get; set; }

    /// <summary>Whether writes wait at the gate "write".</summary>
    public bool HoldsWrites { get; set; }

    /// <summary>Replaces a state as another activation elsewhere would.</summary>
    public void Put(string name, string type, string key, object state)
    {
        lock (_gate)
        {
            _states[(name, GrainId.Create(type, key))] = (state, NextETag());
        }
    }

    public bool Has(string name, string type, string key)
    {
        lock (_gate)
        {
            return _states.ContainsKey((name, GrainId.Create(type, key)));
        }
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        probe.Write($"read {stateName} of {grainId}");
        ThrowIfFailing();
        lock (_gate)
        {
            grainState.RecordExists = _states.TryGetValue((stateName, grainId), out var stored);
            grainState.State = grainState.RecordExists ? (T?)stored.State : Activator.CreateInstance<T>();
            grainState.ETag = grainState.RecordExists ? stored.ETag : null;
        }

        return Task.CompletedTask;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var state = grainState.State;
        probe.Write($"write {stateName} of {grainId}");
        if (HoldsWrites)
        {
            await probe.GateAsync("write");
        }

        ThrowIfFailing();
        lock (_gate)
        {
            Check(stateName, grainId, grainState.ETag);
            grainState.ETag = NextETag();
            grainState.RecordExists = true;
            _states[(stateName, grainId)] = (state, grainState.ETag);
        }
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        ThrowIfFailing();
        lock (_gate)
        {
            Check(stateName, grainId, grainState.ETag);
            _states.Remove((stateName, grainId));
            grainState.State = Activator.CreateInstance<T>();
            grainState.ETag = null;
            grainState.RecordExists = false;
        }

        return Task.CompletedTask;
    }

    private void ThrowIfFailing()
    {
        if (Failure is { } failure)
        {
            throw failure;
        }
    }

    private void Check(string name, GrainId grain, string? etag)
    {
        var stored = _states.TryGetValue((name, grain), out var found) ? found.ETag : null;
        if (!string.Equals(stored, etag, StringComparison.Ordinal))
        {
            throw new InconsistentStateException($"Another version of {name} is stored.", stored, etag);
        }
    }

    private string NextETag() => (++_version).ToString(CultureInfo.InvariantCulture);
}
