using System.Collections.Immutable;
using Twin.Model.Places;

namespace Twin.Grains.Places;

/// <summary>
/// The places as this silo knows them. Every question asks each shard of the layer what has changed since the last, so
/// an answer holds whatever was answered before on any silo. Safe for any number of threads.
/// </summary>
internal sealed class GrainPlaceStore(IGrainFactory grains) : IPlaceStore
{
    private readonly Lock _gate = new();
    private readonly KnownLayer?[] _known = new KnownLayer?[PlaceSchemas.All.Length];

    public async ValueTask<PlaceSet> GetAsync(PlaceLayer layer, CancellationToken cancellationToken)
    {
        var known = _known[(int)layer] ?? KnownLayer.Empty(layer);
        var news = await Task.WhenAll(Enumerable.Range(0, PlaceShards.Count)
            .Select(shard => Shard(layer, shard).Read(known.Revisions[shard]))).WaitAsync(cancellationToken);
        lock (_gate)
        {
            // Two who ask at once have heard of different moments: of each shard the later one counts.
            var next = (_known[(int)layer] ?? known).With(news);
            _known[(int)layer] = next;
            return next.Places;
        }
    }

    public async ValueTask<PlaceHistory?> FindAsync(
        PlaceLayer layer, PlaceId id, CancellationToken cancellationToken) =>
        await Shard(layer, PlaceShards.Of(id)).Find(id).WaitAsync(cancellationToken);

    public async Task<PlaceOutcome> WriteAsync(PlaceWrite write) =>
        Outcome(await Shard(write.Place.Layer, PlaceShards.Of(write.Place.Id)).Write(write));

    public async Task<PlaceOutcome> RetireAsync(PlaceEnd wish) =>
        Outcome(await Shard(wish.Layer, PlaceShards.Of(wish.Id)).Retire(wish));

    public async Task<PlaceReplacementOutcome> ReplaceAsync(PlaceReplacement replacement)
    {
        var byShard = replacement.Places.Select((place, index) => (place, index))
            .ToLookup(one => PlaceShards.Of(one.place.Id));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, PlaceShards.Count)
            .Where(shard => replacement.EndMissingOn is not null || byShard.Contains(shard))
            .Select(shard => Shard(replacement.Layer, shard).Replace(new PlacesMessage(
                replacement with { Places = [.. byShard[shard].Select(one => one.place)] },
                [.. byShard[shard].Select(one => one.index)]))));
        return new PlaceReplacementOutcome(
            outcomes.Sum(one => one.Added),
            outcomes.Sum(one => one.Changed),
            outcomes.Sum(one => one.Unchanged),
            outcomes.Sum(one => one.Ended),
            [.. outcomes.SelectMany(one => one.Refused).OrderBy(one => one.Index)]);
    }

    private static PlaceOutcome Outcome(PlaceAnswer answer) => answer switch
    {
        { Place: { } place } => new PlaceOutcome.Done(place, answer.IsChanged),
        { Conflict: { } revision } => new PlaceOutcome.Conflict(revision),
        { Refusals.IsEmpty: false } => new PlaceOutcome.Refused(answer.Refusals),
        _ => new PlaceOutcome.Missing(),
    };

    private IPlaceShardGrain Shard(PlaceLayer layer, int shard) =>
        grains.GetGrain<IPlaceShardGrain>(PlaceShards.Key(layer, shard));

    /// <summary>A layer as far as this silo has heard of it. Immutable.</summary>
    private sealed record KnownLayer(
        ImmutableArray<long> Revisions, ImmutableDictionary<PlaceId, PlaceHistory> ById, PlaceSet Places)
    {
        public static KnownLayer Empty(PlaceLayer layer) => new(
            [.. new long[PlaceShards.Count]],
            ImmutableDictionary<PlaceId, PlaceHistory>.Empty,
            new PlaceSet(layer, []));

        public KnownLayer With(PlaceShardNews[] news)
        {
            var revisions = Revisions.ToBuilder();
            var places = ById.ToBuilder();
            for (var shard = 0; shard < news.Length; shard++)
            {
                if (news[shard].Revision <= revisions[shard])
                {
                    continue;
                }

                revisions[shard] = news[shard].Revision;
                foreach (var place in news[shard].Changed)
                {
                    Put(places, place);
                }
            }

            var byId = places.ToImmutable();
            return ReferenceEquals(byId, ById)
                ? this with { Revisions = revisions.ToImmutable() }
                : new KnownLayer(
                    revisions.ToImmutable(),
                    byId,
                    new PlaceSet(Places.Layer, [.. byId.Values.OrderBy(place => place.Id)]));
        }

        private static void Put(ImmutableDictionary<PlaceId, PlaceHistory>.Builder places, PlaceHistory place)
        {
            if (place.Versions.IsEmpty)
            {
                places.Remove(place.Id);
            }
            else
            {
                places[place.Id] = place;
            }
        }
    }
}
