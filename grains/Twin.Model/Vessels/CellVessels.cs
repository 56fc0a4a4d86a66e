using System.Collections.Immutable;
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
        var inside = ImmutableArray.CreateBuilder<PlacedVessel>();
        var longitudes = _longitudes.AsSpan(0, _count);
        var latitudes = _latitudes.AsSpan(0, _count);
        for (var i = 0; i < longitudes.Length; i++)
        {
            if (longitudes[i] >= box.WestDegrees && longitudes[i] <= box.EastDegrees
                && latitudes[i] >= box.SouthDegrees && latitudes[i] <= box.NorthDegrees)
            {
                inside.Add(_vessels[i]);
            }
        }

        return inside.DrainToImmutable();
    }

    /// <summary>Removes the vessels of a shard that it does not name.</summary>
    private void Clear(int shard, ImmutableArray<PlacedVessel> named)
    {
        var stay = named.Select(vessel => vessel.Vessel.Id).ToHashSet();
        var gone = _index.Keys.Where(id => FleetShards.Of(id) == shard && !stay.Contains(id)).ToArray();
        foreach (var id in gone)
        {
            Remove(id);
        }
    }

    private void Put(PlacedVessel vessel)
    {
        if (!_index.TryGetValue(vessel.Vessel.Id, out var place))
        {
            place = _count++;
            _index.Add(vessel.Vessel.Id, place);
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
            var last = _vessels[_count];
            Set(place, last);
            _index[last.Vessel.Id] = place;
        }

        _vessels[_count] = null!; // Beyond the count, so nobody reads it; it must not be held.
    }

    private void Set(int place, PlacedVessel vessel)
    {
        var position = vessel.Last.Position;
        (_longitudes[place], _latitudes[place]) = (position.LongitudeDegrees, position.LatitudeDegrees);
        _vessels[place] = vessel;
    }
}
