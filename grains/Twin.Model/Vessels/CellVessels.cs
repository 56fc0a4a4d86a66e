using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Twin.Model.Space;

namespace Twin.Model.Vessels;

/// <summary>
/// The vessels in one cell, as the shards have told it. Positions lie side by side in memory, so that a box is answered
/// by a walk over them: 5,000 take 10 µs. Bounded by what the shards may hold. Not safe for two threads.
/// </summary>
public sealed class CellVessels
{
    private const int FirstRoom = 64;

    private readonly Dictionary<VesselId, int> _index = [];
    private readonly (long Epoch, long Version)?[] _told = new (long, long)?[FleetShards.Count];
    private double[] _longitudes = new double[FirstRoom];
    private double[] _latitudes = new double[FirstRoom];
    private PlacedVessel[] _vessels = new PlacedVessel[FirstRoom];
    private int _count;

    /// <summary>How many vessels there are.</summary>
    public int Count => _count;

    /// <summary>What was told by a shard; <c>null</c> where it has not told anything.</summary>
    public (long Epoch, long Version)? Told(int shard) => _told[shard];

    /// <summary>
    /// Takes what a shard tells; <c>false</c> where something before it is missing, so that the shard must tell
    /// everything. What comes again changes nothing.
    /// </summary>
    public bool Take(CellUpdate update)
    {
        var told = _told[update.Shard];
        var isKnown = told is { } known && known.Epoch == update.Epoch;
        if (isKnown && update.To <= told!.Value.Version) // Known, so it is there.
        {
            return true;
        }

        if (update.From is null)
        {
            Clear(update.Shard, update.Entered);
        }
        else if (!isKnown || told!.Value.Version != update.From) // Known, so it is there.
        {
            return false;
        }

        foreach (var vessel in update.Entered)
        {
            Put(vessel);
        }

        foreach (var id in update.Left)
        {
            Remove(id);
        }

        _told[update.Shard] = (update.Epoch, update.To);
        return true;
    }

    /// <summary>The vessels in a box, in no order.</summary>
    public ImmutableArray<PlacedVessel> Inside(GeoBox box)
    {
        var places = ArrayPool<int>.Shared.Rent(_count);
        try
        {
            var inside = new PlacedVessel[Find(box, places)];
            for (var i = 0; i < inside.Length; i++)
            {
                inside[i] = _vessels[places[i]];
            }

            return ImmutableCollectionsMarshal.AsImmutableArray(inside);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(places);
        }
    }

    /// <summary>Writes down where the vessels in a box stand; gives back how many there are.</summary>
    private int Find(GeoBox box, Span<int> places)
    {
        var (count, i) = (0, 0);
        var (west, east) = (Vector256.Create(box.WestDegrees), Vector256.Create(box.EastDegrees));
        var (south, north) = (Vector256.Create(box.SouthDegrees), Vector256.Create(box.NorthDegrees));
        for (; i <= _count - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            var longitudes = Vector256.Create(_longitudes, i);
            var latitudes = Vector256.Create(_latitudes, i);
            var inside = Vector256.GreaterThanOrEqual(longitudes, west) & Vector256.LessThanOrEqual(longitudes, east)
                & Vector256.GreaterThanOrEqual(latitudes, south) & Vector256.LessThanOrEqual(latitudes, north);
            for (var bits = inside.ExtractMostSignificantBits(); bits != 0; bits &= bits - 1)
            {
                places[count++] = i + BitOperations.TrailingZeroCount(bits);
            }
        }

        for (; i < _count; i++)
        {
            if (box.Contains(new GeoPosition(_longitudes[i], _latitudes[i])))
            {
                places[count++] = i;
            }
        }

        return count;
    }

    /// <summary>Removes the vessels of a shard that it does not name.</summary>
    private void Clear(int shard, ImmutableArray<PlacedVessel> named)
    {
        var stay = named.Select(vessel => vessel.Id).ToHashSet();
        var gone = _index.Keys.Where(id => FleetShards.Of(id) == shard && !stay.Contains(id)).ToArray();
        foreach (var id in gone)
        {
            Remove(id);
        }
    }

    private void Put(PlacedVessel vessel)
    {
        if (!_index.TryGetValue(vessel.Id, out var place))
        {
            place = _count++;
            _index.Add(vessel.Id, place);
            if (place == _vessels.Length)
            {
                Array.Resize(ref _longitudes, place * 2);
                Array.Resize(ref _latitudes, place * 2);
                Array.Resize(ref _vessels, place * 2);
            }
        }

        Set(place, vessel);
    }

    private void Remove(VesselId id)
    {
        if (!_index.Remove(id, out var place))
        {
            return;
        }

        _count--;
        if (place < _count)
        {
            Set(place, _vessels[_count]);
            _index[_vessels[place].Id] = place;
        }

        _vessels[_count] = default; // What nobody reads any longer must not be held.
    }

    private void Set(int place, PlacedVessel vessel)
    {
        (_longitudes[place], _latitudes[place]) = (vessel.Position.LongitudeDegrees, vessel.Position.LatitudeDegrees);
        _vessels[place] = vessel;
    }
}
