using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>The register of the shard: its entries, whose last is the vessel, kept with it in one write.</summary>
internal sealed partial class FleetShardGrain
{
    /// <summary>The most entries kept of a vessel; the oldest but the first gives way.</summary>
    private const int MaxEntries = 100;

    private readonly Dictionary<VesselId, List<RegisterEntry>> _entries = [];
    private readonly Dictionary<VesselId, DateTimeOffset> _namedAt = [];

    public async Task<ImmutableArray<RegisterOutcome>> Enter(ImmutableArray<RegisterEntry> entries)
    {
        var outcomes = entries.Select(Enter).ToImmutableArray();
        await WriteAsync();
        return outcomes;
    }

    public async Task RemoveNames(ImmutableArray<VesselId> names)
    {
        foreach (var name in names)
        {
            _shard.Unname(name);
            _namedAt.Remove(name);
        }

        await WriteAsync();
    }

    public Task<ImmutableArray<TrackedVesselState>> Heard(ImmutableArray<VesselId> names) => Task.FromResult(names
        .Select(_shard.Find).OfType<TrackedVessel>()
        .Where(tracked => !tracked.Vessel.IsRegistered)
        .Select(tracked => tracked.ToState()).ToImmutableArray());

    public Task<ImmutableArray<RegisterEntry>> Entries(VesselId id) =>
        Task.FromResult(_entries.TryGetValue(id, out var entries) ? [.. entries] : ImmutableArray<RegisterEntry>.Empty);

    private RegisterOutcome Enter(RegisterEntry entry)
    {
        var before = _shard.Find(entry.Vessel.Id)?.Vessel;
        if (entry.Seen is { } seen && seen != before)
        {
            return new RegisterOutcome(false, false, null, IsStale: true);
        }

        entry = entry with { Seen = null };
        if (!_shard.Register(entry.Vessel))
        {
            return new RegisterOutcome(true, false, null);
        }

        var isNew = before is not { IsRegistered: true };
        ref var entries = ref CollectionsMarshal.GetValueRefOrAddDefault(_entries, entry.Vessel.Id, out _);
        // What was registered before entries were kept, or by a loader that keeps none, is the first one.
        entries ??= isNew ? [] : [new RegisterEntry { Vessel = before!, By = string.Empty, At = default }]; // Not new.
        // Entered again after a failure on the way, what was heard is taken over already.
        var isTaken = entries.Exists(one => one.Heard?.Last?.PhenomenonTime >= entry.Heard?.Last?.PhenomenonTime);
        entries.Add(isTaken ? entry with { Heard = null } : entry);
        if (entries.Count > MaxEntries)
        {
            entries.RemoveAt(1);
        }

        if (entry.Heard is { } heard && !isTaken)
        {
            _shard.Absorb(entry.Vessel.Id, heard);
        }

        _shard.Touch(entry.Vessel.Id, time.GetUtcNow());
        var former = before is null ? null : FleetRegister.NameOf(before);
        return new RegisterOutcome(false, isNew, former == FleetRegister.NameOf(entry.Vessel) ? null : former);
    }

    private void RestoreRegister()
    {
        foreach (var group in kept.State.Entries.GroupBy(entry => entry.Vessel.Id))
        {
            _entries[group.Key] = [.. group];
        }

        foreach (var alias in kept.State.Aliases)
        {
            _namedAt[alias.Name] = alias.At;
        }
    }

    /// <summary>Enters the vessels into a shard as they were registered at an instant.</summary>
    private void RegisterAsOf(FleetShard then, DateTimeOffset at)
    {
        foreach (var tracked in _shard.Vessels.Where(tracked => tracked.Vessel.IsRegistered))
        {
            var vessel = _entries.TryGetValue(tracked.Vessel.Id, out var entries)
                ? entries.LastOrDefault(entry => entry.At <= at)?.Vessel
                : tracked.Vessel;
            if (vessel is not null)
            {
                then.Register(vessel);
            }
        }
    }

    /// <summary>Makes one of the vessels that were one by then: the log has their reports by either name.</summary>
    private void MergeAsOf(FleetShard then, DateTimeOffset at)
    {
        foreach (var entry in _entries.Values.SelectMany(entries => entries))
        {
            if (entry.At <= at && entry.Heard is { } heard)
            {
                then.Absorb(entry.Vessel.Id, heard);
            }
        }

        foreach (var (name, vessel) in _shard.Aliases)
        {
            if (_namedAt.GetValueOrDefault(name) <= at)
            {
                then.Alias(name, vessel);
            }
        }
    }
}
