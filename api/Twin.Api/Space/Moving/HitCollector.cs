using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Extensions.ObjectPool;
using Twin.Geo.Geodesy;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Api.Space.Moving;

/// <summary>
/// Takes the vessels that a search is shown, counts those that it wants, each once, and keeps those of its page: as
/// many as the limit, whatever number there are. For one thread; disposed of, it lends its memory to the next.
/// </summary>
/// <param name="search">The search.</param>
/// <param name="moment">The moment at which they stand.</param>
internal sealed class HitCollector(VesselSearch search, FleetMoment moment) : IDisposable
{
    // What a search of the whole sea has filled is not kept.
    private const int MostKept = 8_192;

    private static readonly ObjectPool<Dictionary<VesselId, PositionReport>> Pool =
        ObjectPool.Create(new Emptied());

    private readonly PriorityQueue<PlacedVessel, Rank> _page = new(LastFirst.Order);

    // A vessel that is crossing is for a moment in two cells; the later report says where it is.
    private readonly Dictionary<VesselId, PositionReport> _seen = Pool.Get();
    private readonly List<ImmutableArray<PlacedVessel>> _shown = [];
    private bool _hasOutdated;
    private Rank _last; // Of a page that is full.
    private int _rest;

    /// <summary>How many it wants.</summary>
    public int Matched => _seen.Count;

    /// <summary>Takes vessels of the boxes of the search.</summary>
    public void Add(ImmutableArray<PlacedVessel> vessels)
    {
        if (search is { Condition: null, Filter: null })
        {
            _seen.EnsureCapacity(_seen.Count + vessels.Length);
        }

        _shown.Add(vessels);
        foreach (ref readonly var placed in vessels.AsSpan())
        {
            if (IsWanted(placed))
            {
                Take(placed);
            }
        }
    }

    /// <summary>The page.</summary>
    public VesselHits ToHits()
    {
        if (_hasOutdated)
        {
            KeepAnew();
        }

        var hits = new VesselHit[_page.Count];
        var next = search.Nearest is null && _rest > hits.Length ? _last.ToCursor() : null;
        for (var i = hits.Length - 1; i >= 0; i--)
        {
            _page.TryDequeue(out var placed, out var rank);
            hits[i] = Hit(placed, rank);
        }

        _ = ReadAhead(hits);
        return new VesselHits(hits, search.Nearest is null ? Matched : hits.Length, next, moment.At);
    }

    /// <inheritdoc/>
    public void Dispose() => Pool.Return(_seen);

    /// <summary>
    /// Looks at all vessels of a page at once. They lie anywhere in memory: whoever comes to one after the other waits
    /// for each, and now they come together.
    /// </summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadAhead(ReadOnlySpan<VesselHit> hits)
    {
        var read = 0;
        foreach (ref readonly var hit in hits)
        {
            var (vessel, last) = (hit.Vessel.Vessel, hit.Vessel.Last);
            read += (vessel.IsDemo ? 1 : 0) + (vessel.Name is null ? 1 : 0) + (last.Status is null ? 1 : 0)
                + (last.Receiver is null ? 1 : 0);
        }

        return read;
    }

    private bool IsWanted(in PlacedVessel placed) =>
        search.Area.Holds(placed.Position) && WasHeard(placed) && Fulfills(placed);

    private bool WasHeard(in PlacedVessel placed) =>
        search.HeardSince is not { } since || placed.Last.PhenomenonTime >= since;

    /// <summary>What takes reckoning is asked of those alone that nothing else leaves out.</summary>
    private bool Fulfills(in PlacedVessel placed)
    {
        if (search is { Condition: null, Filter: null })
        {
            return true;
        }

        var view = new VesselView(placed, moment);
        return search.Condition?.Invoke(view) != false && search.Filter?.Matches(view) != false;
    }

    private void Take(in PlacedVessel placed)
    {
        ref var seen = ref CollectionsMarshal.GetValueRefOrAddDefault(_seen, placed.Id, out var isSeen);
        if (!isSeen)
        {
            seen = placed.Last;
            Keep(placed);
        }
        else if (placed.Last.PhenomenonTime > seen!.PhenomenonTime) // It was seen, so it is there.
        {
            seen = placed.Last;
            _hasOutdated = true;
        }
    }

    /// <summary>
    /// Makes the page of the later reports alone. An earlier one of a vessel that crosses may be on it, and may have
    /// kept another vessel from it.
    /// </summary>
    private void KeepAnew()
    {
        _page.Clear();
        _rest = 0;
        var kept = new HashSet<VesselId>();
        foreach (var vessels in _shown)
        {
            foreach (ref readonly var placed in vessels.AsSpan())
            {
                var isLater = ReferenceEquals(_seen.GetValueOrDefault(placed.Id), placed.Last);
                if (isLater && IsWanted(placed) && kept.Add(placed.Id))
                {
                    Keep(placed);
                }
            }
        }
    }

    private void Keep(in PlacedVessel placed)
    {
        if (RankOf(placed) is not { } rank || (search.After is { } after && !rank.IsBehind(after)))
        {
            return;
        }

        _rest++;
        if (_page.Count < search.Limit)
        {
            _page.Enqueue(placed, rank);
        }
        else if (rank.IsBefore(_last))
        {
            _page.EnqueueDequeue(placed, rank);
        }
        else
        {
            return;
        }

        if (_page.Count == search.Limit)
        {
            _page.TryPeek(out _, out _last);
        }
    }

    /// <summary>The place in the order; <c>null</c> for one that is too far to be on the page.</summary>
    private Rank? RankOf(in PlacedVessel placed)
    {
        if (search is { IsAlong: true, Ruler: { } ruler })
        {
            return new Rank(ruler.Measure(placed.Position).AlongMeters, placed.Id);
        }

        if (search is not { Nearest: not null, Center: { } center })
        {
            return new Rank(0, placed.Id);
        }

        // The sphere is reckoned ten times as fast, and enough to leave most of them out.
        return _page.Count == search.Limit
            && GreatCircle.DistanceMeters(center, placed.Position) * (1 - CircleArea.SphereError) > _last.Key
                ? null
                : new Rank(Geodesic.DistanceMeters(center, placed.Position), placed.Id);
    }

    private VesselHit Hit(in PlacedVessel placed, Rank rank)
    {
        double? distance = null;
        if (search.Nearest is not null)
        {
            distance = rank.Key;
        }
        else if (search.Center is { } center)
        {
            distance = Geodesic.DistanceMeters(center, placed.Position);
        }
        else if (search is { IsAlong: true, Ruler: { } ruler })
        {
            distance = ruler.Measure(placed.Position).DistanceMeters;
        }

        return new VesselHit(new VesselView(placed, moment), distance, search.IsAlong ? rank.Key : null);
    }

    /// <summary>A place in the order: by what a search orders by, and then by id.</summary>
    /// <param name="Key">What it orders by; 0 where the id alone orders.</param>
    /// <param name="Id">The id.</param>
    private readonly record struct Rank(double Key, VesselId Id)
    {
        public bool IsBefore(Rank other) => LastFirst.Order.Compare(this, other) > 0;

        public bool IsBehind(SearchCursor cursor) => ToCursor() > cursor;

        public SearchCursor ToCursor() => new(Key, Id.Value);
    }

    /// <summary>The last of a page comes first, so that it gives way.</summary>
    private sealed class LastFirst : IComparer<Rank>
    {
        public static LastFirst Order { get; } = new();

        public int Compare(Rank x, Rank y)
        {
            var byKey = y.Key.CompareTo(x.Key);
            return byKey != 0 ? byKey : y.Id.CompareTo(x.Id);
        }
    }

    /// <summary>Gives back empty what is not too large.</summary>
    private sealed class Emptied : PooledObjectPolicy<Dictionary<VesselId, PositionReport>>
    {
        public override Dictionary<VesselId, PositionReport> Create() => [];

        public override bool Return(Dictionary<VesselId, PositionReport> obj)
        {
            obj.Clear();
            return obj.Capacity <= MostKept;
        }
    }
}
