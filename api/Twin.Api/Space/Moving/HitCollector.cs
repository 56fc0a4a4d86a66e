using Twin.Geo.Geodesy;
using Twin.Model.Vessels;

namespace Twin.Api.Space.Moving;

/// <summary>
/// Takes the vessels that a search is shown, counts those that it wants, each once, and keeps those of its page: as
/// many as the limit, whatever number there are. For one thread.
/// </summary>
/// <param name="search">The search.</param>
/// <param name="moment">The moment at which they stand.</param>
internal sealed class HitCollector(VesselSearch search, FleetMoment moment)
{
    // The largest first, so that it gives way.
    private readonly PriorityQueue<VesselHit, SearchCursor> _page =
        new(Comparer<SearchCursor>.Create((left, right) => right.CompareTo(left)));

    // A vessel that is crossing is for a moment in two cells; the later report says where it is.
    private readonly Dictionary<VesselId, DateTimeOffset> _seen = [];
    private int _rest;

    /// <summary>How many it wants.</summary>
    public int Matched => _seen.Count;

    /// <summary>Takes vessels of the boxes of the search.</summary>
    public void Add(IEnumerable<PlacedVessel> placed)
    {
        foreach (var one in placed)
        {
            Add(one);
        }
    }

    /// <summary>The page.</summary>
    public VesselHits ToHits()
    {
        var hits = new VesselHit[_page.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            hits[i] = _page.Dequeue();
        }

        return new VesselHits(hits, Matched, _rest > hits.Length ? hits[^1].Place : null, moment.At);
    }

    private void Add(PlacedVessel placed)
    {
        var position = placed.Last.Position;
        if (!search.Area.Holds(position))
        {
            return;
        }

        if (placed.Last.PhenomenonTime < search.HeardSince)
        {
            return;
        }

        var view = new VesselView(placed, moment);
        if (search.Condition is { } condition && !condition(view))
        {
            return;
        }

        if (search.Filter is { } filter && !filter.Matches(view))
        {
            return;
        }

        var id = placed.Vessel.Id;
        if (_seen.TryGetValue(id, out var seen))
        {
            if (placed.Last.PhenomenonTime <= seen)
            {
                return;
            }

            Forget(id.Value);
        }

        _seen[id] = placed.Last.PhenomenonTime;
        Keep(view);
    }

    private void Keep(VesselView view)
    {
        var (along, fromLine) = search is { IsAlong: true, Ruler: { } ruler } ? ruler.Measure(view.Position) : default;
        var place = new SearchCursor(search.IsAlong ? along : 0, view.Id);
        if (search.After is { } after && place.CompareTo(after) <= 0)
        {
            return;
        }

        _rest++;
        if (_page.Count == search.Limit && _page.TryPeek(out _, out var last) && place.CompareTo(last) >= 0)
        {
            return;
        }

        double? distance = search.IsAlong ? fromLine : null;
        if (search.Center is { } center)
        {
            distance = Geodesic.DistanceMeters(center, view.Position);
        }

        _page.Enqueue(new VesselHit(view, place, distance, search.IsAlong ? along : null), place);
        if (_page.Count > search.Limit)
        {
            _page.Dequeue();
        }
    }

    /// <summary>Takes back what an earlier report of the same vessel has put in.</summary>
    private void Forget(string id)
    {
        var others = _page.UnorderedItems
            .Where(item => !item.Element.Vessel.Id.Equals(id, StringComparison.Ordinal)).ToArray();
        _rest -= _page.Count - others.Length;
        _page.Clear();
        _page.EnqueueRange(others);
    }
}
