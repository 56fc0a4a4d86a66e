using System.Globalization;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Model.Tests.Vessels;

/// <summary>
/// One shard and the cells that it tells, in a network that loses, repeats and delays, where either may die at any
/// step. Everything follows from the seed.
/// </summary>
internal sealed class CellWorld(int seed)
{
    private static readonly GeoBox Everywhere = GeoBox.World;

    private readonly Random _random = new(seed);
    private readonly Dictionary<VesselId, TrackedVessel> _vessels = [];
    private readonly Dictionary<FleetCell, CellVessels> _cells = [];
    private readonly List<(FleetCell Cell, CellUpdate Update)> _late = [];
    private readonly VesselId[] _ids = Ids();
    private ShardPlaces _places = new(Shard, 1);
    private long _epoch = 1;
    private DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public const int Shard = 7;

    /// <summary>Something happens.</summary>
    public void Step()
    {
        _now = _now.AddMinutes(1);
        var chance = _random.NextDouble();
        if (chance < 0.6)
        {
            Move(_ids[_random.Next(_ids.Length)]);
        }
        else if (chance < 0.63)
        {
            var id = _ids[_random.Next(_ids.Length)];
            _vessels.Remove(id);
            _places.Remove(id);
        }
        else if (chance < 0.9)
        {
            Tell(loss: 0.2);
        }
        else if (chance < 0.95 && _late.Count > 0)
        {
            var (cell, update) = _late[_random.Next(_late.Count)];
            Cell(cell).Take(update);
        }
        else if (chance < 0.98 && _cells.Count > 0)
        {
            // A cell dies; the next one asks.
            var cell = _cells.Keys.ElementAt(_random.Next(_cells.Count));
            _cells[cell] = new CellVessels();
            Compare(cell);
        }
        else if (chance >= 0.98)
        {
            Restart();
        }
    }

    /// <summary>The network recovers, and every cell compares once.</summary>
    public void Settle()
    {
        while (_places.HasNews)
        {
            Tell(loss: 0);
        }

        foreach (var cell in _cells.Keys.ToArray())
        {
            Compare(cell);
        }
    }

    /// <summary>Where each vessel is, and where cells have it; as text, to be compared.</summary>
    public (string Truth, string Told) Standing()
    {
        var truth = _vessels.Values.Where(one => one.Last is not null)
            .Select(one => $"{FleetCell.Of(one.Last!.Position).Key} {one.Vessel.Id} {one.Last.PhenomenonTime:O}");
        var told = _cells.SelectMany(pair => pair.Value.Inside(Everywhere).Select(
            one => $"{pair.Key.Key} {one.Vessel.Id} {one.Last.PhenomenonTime:O}"));
        return (
            string.Join('\n', truth.Order(StringComparer.Ordinal)),
            string.Join('\n', told.Order(StringComparer.Ordinal)));
    }

    private static VesselId[] Ids() =>
    [
        .. Enumerable.Range(0, 5_000)
            .Select(i => VesselId.Parse(FormattableString.Invariant($"HP-{i}"), CultureInfo.InvariantCulture))
            .Where(id => FleetShards.Of(id) == Shard).Take(40),
    ];

    private void Move(VesselId id)
    {
        if (!_vessels.TryGetValue(id, out var tracked))
        {
            _vessels.Add(id, tracked = new TrackedVessel(Vessel.Unregistered(id)));
        }

        var report = new PositionReport
        {
            Vessel = id,
            PhenomenonTime = _now,
            Position = new GeoPosition(107 + (_random.Next(6) * 0.1), 20 + (_random.Next(4) * 0.1)),
            Feed = "test",
        };
        tracked.Apply(report, PositionVerdict.Accepted, null, FleetRules.None);
        _places.Note(tracked);
    }

    private void Tell(double loss)
    {
        Deliver(_places.Entering(), loss);
        Deliver(_places.Leaving(), loss);
    }

    private void Deliver(IEnumerable<(FleetCell Cell, CellUpdate Update)> updates, double loss)
    {
        foreach (var (cell, update) in updates)
        {
            _late.Add((cell, update));
            var isLost = _random.NextDouble() < loss;
            var isTaken = !isLost && Cell(cell).Take(update);
            // A message may arrive although its answer does not.
            if (isLost && _random.Next(2) == 0)
            {
                Cell(cell).Take(update);
            }

            if (!isTaken)
            {
                _places.Refused(cell);
            }
        }
    }

    private void Restart()
    {
        _places = new ShardPlaces(Shard, ++_epoch);
        foreach (var tracked in _vessels.Values)
        {
            _places.Note(tracked);
        }
    }

    private void Compare(FleetCell cell)
    {
        var (epoch, version) = _cells[cell].Told(Shard) ?? default;
        if (_places.Compare(cell, epoch, version) is { } update)
        {
            _cells[cell].Take(update);
        }
    }

    private CellVessels Cell(FleetCell cell)
    {
        if (!_cells.TryGetValue(cell, out var vessels))
        {
            _cells.Add(cell, vessels = new CellVessels());
        }

        return vessels;
    }
}
