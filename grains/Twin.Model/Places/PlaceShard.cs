using System.Collections.Immutable;

namespace Twin.Model.Places;

/// <summary>The places of one shard. Immutable; pure: what a change makes of it is another one.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Revision">The number of its last change; it only grows.</param>
/// <param name="Places">The places, also those that are gone.</param>
/// <param name="Bytes">About how large it is when it is kept.</param>
public sealed record PlaceShard(
    PlaceLayer Layer, long Revision, ImmutableDictionary<PlaceId, PlaceHistory> Places, long Bytes)
{
    /// <summary>How large a shard may be: three quarters of what a state may.</summary>
    public const long MaxBytes = 12L * 1024 * 1024;

    // Names, days, properties and who made it, as JSON.
    private const int BytesBesideGeometry = 700;

    /// <summary>A shard as it was kept.</summary>
    public static PlaceShard Of(PlaceLayer layer, long revision, IEnumerable<PlaceHistory> places)
    {
        var byId = places.ToImmutableDictionary(place => place.Id);
        return new PlaceShard(layer, revision, byId, byId.Values.Sum(SizeOf));
    }

    /// <summary>The place of that id; <c>null</c> where nobody ever entered it.</summary>
    public PlaceHistory? Find(PlaceId id) => Places.GetValueOrDefault(id);

    /// <summary>The places that changed after a revision.</summary>
    public IEnumerable<PlaceHistory> ChangedSince(long revision) =>
        revision >= Revision ? [] : Places.Values.Where(place => place.Revision > revision);

    /// <summary>The shard after a wish, and what became of it.</summary>
    public (PlaceShard Shard, PlaceOutcome Outcome) Write(PlaceWrite write, DateTimeOffset now)
    {
        var (checkedPlace, refusals) = PlaceRules.Check(write.Place);
        if (checkedPlace is null)
        {
            return (this, new PlaceOutcome.Refused(refusals));
        }

        var known = Find(checkedPlace.Id);
        var current = known?.On(checkedPlace.ValidFrom);
        var seen = write.Expected is 0 && current is null ? 0 : known?.Revision ?? 0;
        if (write.Expected is { } expected && expected != seen)
        {
            return (this, new PlaceOutcome.Conflict(known?.Revision ?? 0));
        }

        return Put(known ?? PlaceHistory.Of(checkedPlace.Id), checkedPlace, Stamp(write.By, write.Reason, now));
    }

    /// <summary>The shard after a wish, and what became of it.</summary>
    public (PlaceShard Shard, PlaceOutcome Outcome) End(PlaceEnd end, DateTimeOffset now)
    {
        if (Find(end.Id) is not { } known || !known.Versions.Any(version => !(version.ValidTo < end.Day)))
        {
            return (this, new PlaceOutcome.Missing());
        }

        if (end.Expected is { } expected && expected != known.Revision)
        {
            return (this, new PlaceOutcome.Conflict(known.Revision));
        }

        var ended = known.EndedOn(end.Day, Stamp(end.By, end.Reason, now));
        return (With(known, ended), new PlaceOutcome.Done(ended, true));
    }

    /// <summary>The shard after many wishes; those of <paramref name="indexes"/> are the places' numbers.</summary>
    public (PlaceShard Shard, PlaceReplacementOutcome Outcome) Replace(
        PlaceReplacement replacement, ImmutableArray<int> indexes, DateTimeOffset now)
    {
        var shard = this;
        var refused = ImmutableArray.CreateBuilder<RefusedPlace>();
        var (added, changed, unchanged) = (0, 0, 0);
        for (var i = 0; i < replacement.Places.Length; i++)
        {
            var place = replacement.Places[i];
            var isNew = shard.Find(place.Id) is not { Versions.IsEmpty: false };
            (shard, var outcome) = shard.Write(
                new PlaceWrite(place, replacement.By, replacement.Reason, null), now);
            switch (outcome)
            {
                case PlaceOutcome.Done { IsChanged: false }:
                    unchanged++;
                    break;
                case PlaceOutcome.Done when isNew:
                    added++;
                    break;
                case PlaceOutcome.Done:
                    changed++;
                    break;
                case PlaceOutcome.Refused why:
                    refused.AddRange(why.Refusals.Select(one => new RefusedPlace(indexes[i], place.Id, one)));
                    break;
            }
        }

        (shard, var ended) = shard.EndMissing(replacement, now);
        return (shard, new PlaceReplacementOutcome(added, changed, unchanged, ended, refused.ToImmutable()));
    }

    private static long SizeOf(PlaceHistory place) =>
        place.Versions.Sum(SizeOf) + place.Changes.Sum(change => BytesBesideGeometry + SizeOf(change.Before));

    private static long SizeOf(Place? place) =>
        place is null ? 0 : BytesBesideGeometry + (place.Geometry.Wkb.Length * 4L / 3);

    private (PlaceShard Shard, PlaceOutcome Outcome) Put(PlaceHistory known, Place place, PlaceStamp stamp)
    {
        if (known.On(place.ValidFrom) is { } current && current.SaysSameAs(place) && current.ValidTo == place.ValidTo)
        {
            return (this, new PlaceOutcome.Done(known, false));
        }

        var next = known.With(place, stamp);
        var shard = With(known, next);
        if (next.Versions.Length > PlaceHistory.MaxVersions)
        {
            return (this, Refused("has too many versions", "End it, and go on under another id."));
        }

        return shard.Bytes > MaxBytes
            ? (this, Refused("finds no more room in its shard", "Simplify geometries, or remove what is not needed."))
            : (shard, new PlaceOutcome.Done(next, true));

        PlaceOutcome.Refused Refused(string what, string hint) =>
            new([new Refusal("too_many", $"The place '{place.Id}' {what}.", hint)]);
    }

    private (PlaceShard Shard, int Ended) EndMissing(PlaceReplacement replacement, DateTimeOffset now)
    {
        if (replacement.EndMissingOn is not { } day)
        {
            return (this, 0);
        }

        var here = replacement.Places.Select(place => place.Id).ToHashSet();
        var shard = this;
        var ended = 0;
        foreach (var missing in Places.Keys.Where(id => !here.Contains(id)).Order())
        {
            (shard, var outcome) = shard.End(
                new PlaceEnd(Layer, missing, day, replacement.By, replacement.Reason, null), now);
            ended += outcome is PlaceOutcome.Done ? 1 : 0;
        }

        return (shard, ended);
    }

    private PlaceStamp Stamp(string by, string reason, DateTimeOffset now) => new(Revision + 1, by, now, reason);

    private PlaceShard With(PlaceHistory before, PlaceHistory after) => this with
    {
        Revision = after.Revision,
        Places = Places.SetItem(after.Id, after),
        Bytes = Bytes - SizeOf(before) + SizeOf(after),
    };
}
