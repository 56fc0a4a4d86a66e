using Twin.Geo.Geodesy;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Api.Space.Moving;

/// <summary>
/// Keeps the vessels of a search that are nearest to a position, by distance on the ellipsoid and then by id. For one
/// thread.
/// </summary>
/// <param name="search">The search.</param>
/// <param name="moment">The moment at which they stand.</param>
/// <param name="center">The position.</param>
/// <param name="count">How many, from 1.</param>
internal sealed class NearestCollector(VesselSearch search, FleetMoment moment, GeoPosition center, int count)
{
    private readonly PriorityQueue<VesselHit, SearchCursor> _nearest =
        new(Comparer<SearchCursor>.Create((left, right) => right.CompareTo(left)));

    /// <summary>How far anything may be that still counts; without bound while there are not enough.</summary>
    public double ReachMeters => _nearest.Count == count && _nearest.TryPeek(out _, out var last)
        ? last.Key
        : double.PositiveInfinity;

    /// <summary>Takes vessels.</summary>
    public void Add(IEnumerable<PlacedVessel> placed)
    {
        foreach (var one in placed)
        {
            var position = one.Last.Position;
            // The sphere is reckoned ten times as fast, and enough to leave most of them out.
            var rough = GreatCircle.DistanceMeters(center, position) * (1 - CircleArea.SphereError);
            if (rough <= ReachMeters && IsInArea(position))
            {
                Add(new VesselView(one, moment));
            }
        }
    }

    /// <summary>The nearest, nearest first.</summary>
    public VesselHits ToHits()
    {
        var hits = new VesselHit[_nearest.Count];
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            hits[i] = _nearest.Dequeue();
        }

        return new VesselHits(hits, hits.Length, null, moment.At);
    }

    private bool IsInArea(GeoPosition position)
    {
        foreach (var box in search.Area.Boxes)
        {
            if (box.Contains(position))
            {
                return search.Area.Holds(position);
            }
        }

        return false;
    }

    private void Add(VesselView view)
    {
        if (search.Filter is { } filter && !filter.Matches(view))
        {
            return;
        }

        var distance = Geodesic.DistanceMeters(center, view.Position);
        if (distance > ReachMeters || IsKnownLater(view))
        {
            return;
        }

        var place = new SearchCursor(distance, view.Id);
        _nearest.Enqueue(new VesselHit(view, place, distance, null), place);
        if (_nearest.Count > count)
        {
            _nearest.Dequeue();
        }
    }

    /// <summary>
    /// Whether a later report of the same vessel is there already; an earlier one gives way. It comes twice while it
    /// crosses from cell to cell.
    /// </summary>
    private bool IsKnownLater(VesselView view)
    {
        foreach (var (hit, _) in _nearest.UnorderedItems)
        {
            if (hit.Vessel.Id.Equals(view.Id, StringComparison.Ordinal))
            {
                if (hit.Vessel.Last.PhenomenonTime >= view.Last.PhenomenonTime)
                {
                    return true;
                }

                _nearest.Remove(hit, out _, out _);
                return false;
            }
        }

        return false;
    }
}
