using Twin.Model.Places;

namespace Twin.Grains.Places;

/// <summary>Keeps the places of a shard. What a change makes of it is worked out, kept, and only then shown.</summary>
internal sealed class PlaceShardGrain(
    [PersistentState("places", "Default")] IPersistentState<PlaceShardState> kept, TimeProvider time)
    : Grain, IPlaceShardGrain
{
    private PlaceShard _shard = null!; // Set by OnActivateAsync, before anybody asks.

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _shard = PlaceShard.Of(
            PlaceShards.LayerOf(this.GetPrimaryKeyString()), kept.State.Revision, kept.State.Places);
        return Task.CompletedTask;
    }

    public Task<PlaceShardNews> Read(long revision) =>
        Task.FromResult(new PlaceShardNews(_shard.Revision, [.. _shard.ChangedSince(revision)]));

    public Task<PlaceHistory?> Find(PlaceId id) => Task.FromResult(_shard.Find(id));

    public Task<PlaceAnswer> Write(PlaceWrite write) => KeepAsync(_shard.Write(write, time.GetUtcNow()));

    public Task<PlaceAnswer> Retire(PlaceEnd wish) => KeepAsync(_shard.End(wish, time.GetUtcNow()));

    public async Task<PlaceReplacementOutcome> Replace(PlacesMessage message)
    {
        var (shard, outcome) = _shard.Replace(message.Replacement, message.Indexes, time.GetUtcNow());
        if (!message.Replacement.IsDryRun)
        {
            await KeepAsync(shard);
        }

        return outcome;
    }

    private async Task<PlaceAnswer> KeepAsync((PlaceShard Shard, PlaceOutcome Outcome) next)
    {
        await KeepAsync(next.Shard);
        return next.Outcome switch
        {
            PlaceOutcome.Done done => new PlaceAnswer(done.Place, done.IsChanged, null, []),
            PlaceOutcome.Conflict conflict => new PlaceAnswer(null, false, conflict.Revision, []),
            PlaceOutcome.Refused refused => new PlaceAnswer(null, false, null, refused.Refusals),
            _ => new PlaceAnswer(null, false, null, []),
        };
    }

    private async Task KeepAsync(PlaceShard next)
    {
        if (next.Revision == _shard.Revision)
        {
            return;
        }

        kept.State.Revision = next.Revision;
        kept.State.Places = [.. next.Places.Values.OrderBy(place => place.Id)];
        try
        {
            await kept.WriteStateAsync();
        }
        catch
        {
            // What is in memory is not what is kept: the next activation takes up what is.
            this.DeactivateOnIdle();
            throw;
        }

        _shard = next;
    }
}
