using System.Collections.Immutable;
using Twin.Api.Problems;
using Twin.Grains.Vessels;
using Twin.Model;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels.Register;

/// <summary>Enters vessels into the register. Safe for any number of threads.</summary>
internal sealed class RegisterDesk(IGrainFactory grains, TimeProvider time)
{
    /// <summary>The vessel that a name stands for in the register; <c>null</c> where nobody knows it.</summary>
    public Task<VesselId?> ResolveAsync(VesselId name) => Shard(name).Resolve(name);

    /// <summary>The entries of a vessel, oldest first.</summary>
    public Task<ImmutableArray<RegisterEntry>> EntriesAsync(VesselId id) => Shard(id).Entries(id);

    /// <summary>Enters one vessel, while it is as it was seen, or says why not.</summary>
    public async Task<(bool IsNew, Refusal? Refusal)> EnterAsync(
        Vessel vessel, Vessel? seen, string by, string? reason)
    {
        if (await ConflictAsync(vessel) is { } conflict)
        {
            return (false, conflict);
        }

        var entry = new RegisterEntry
        {
            Vessel = vessel,
            By = by,
            At = time.GetUtcNow(),
            Reason = reason,
            Seen = seen,
        };
        var outcome = (await grains.EnterAsync([entry]))[0];
        return outcome switch
        {
            { IsStale: true } => (false, VesselTags.Stale),
            { IsFull: true } => (false, Full),
            _ => (outcome.IsNew, null),
        };
    }

    /// <summary>Enters vessels of which none is in another's way; gives the outcomes in their order.</summary>
    public Task<ImmutableArray<RegisterOutcome>> EnterAsync(IReadOnlyList<Vessel> vessels, string by, string? reason)
    {
        var at = time.GetUtcNow();
        return grains.EnterAsync(
            [.. vessels.Select(vessel => new RegisterEntry { Vessel = vessel, By = by, At = at, Reason = reason })]);
    }

    /// <summary>Why there is no room.</summary>
    public static Refusal Full { get; } = new(
        ProblemCodes.TooMany,
        "There is no more room for this vessel: its shard holds as many as it may.",
        "Ask the operator; known vessels can still be changed.");

    /// <summary>Why a vessel cannot have a radio that is another's.</summary>
    public static Refusal Taken(Mmsi mmsi, VesselId other) => new(
        ProblemCodes.Conflict,
        $"The MMSI {mmsi} is that of the vessel {other}.",
        "Take it from that vessel first, or correct the number.");

    private async Task<Refusal?> ConflictAsync(Vessel vessel)
    {
        if (vessel.Mmsi is not { } mmsi || FleetRegister.NameOf(vessel) is not { } name)
        {
            return null;
        }

        var owner = await Shard(name).Resolve(name);
        // A vessel known by its radio alone becomes this one, unless somebody registered it under that number.
        var isFree = owner is null || owner == vessel.Id || (owner == name && await IsUnregisteredAsync(name));
        return isFree ? null : Taken(mmsi, owner!.Value); // Free where there is none.
    }

    private async Task<bool> IsUnregisteredAsync(VesselId name) => !(await Shard(name).Heard([name])).IsEmpty;

    private IFleetShardGrain Shard(VesselId id) =>
        grains.GetGrain<IFleetShardGrain>(FleetShards.Key(FleetShards.Of(id)));
}
