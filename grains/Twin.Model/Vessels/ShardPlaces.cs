using System.Collections.Immutable;

namespace Twin.Model.Vessels;

/// <summary>
/// In which cells the vessels of a shard are, and what each cell was told of it. Every update has a version, so that a
/// cell takes each once and notices one that is missing; then it is told everything. Not safe for two threads.
/// </summary>
/// <param name="shard">The shard.</param>
/// <param name="epoch">The life of the shard's activation: another for each.</param>
public sealed class ShardPlaces(int shard, long epoch)
{
    private readonly Dictionary<FleetCell, Ledger> _cells = [];
    private readonly Dictionary<VesselId, FleetCell> _places = [];
    private readonly HashSet<FleetCell> _changed = [];

    // Counted over all cells, so that a cell that is left and entered again never sees an earlier one.
    private long _version;

    /// <summary>The cells that hold a vessel.</summary>
    public ImmutableArray<FleetCell> Cells =>
        [.. _cells.Where(pair => pair.Value.Here.Count > 0).Select(pair => pair.Key)];

    /// <summary>Whether a cell is to be told something.</summary>
    public bool HasNews => _changed.Count > 0;

    /// <summary>Takes a vessel as it stands: where it is and what papers it has.</summary>
    public void Note(TrackedVessel tracked)
    {
        var id = tracked.Vessel.Id;
        if (tracked.Last is not { } last)
        {
            Remove(id);
            return;
        }

        var cell = FleetCell.Of(last.Position);
        if (_places.TryGetValue(id, out var before) && before != cell)
        {
            Leave(before, id);
        }

        _places[id] = cell;
        var ledger = At(cell);
        ledger.Here[id] = new PlacedVessel(tracked.Vessel, last);
        ledger.Entered.Add(id);
        ledger.Left.Remove(id);
        _changed.Add(cell);
    }

    /// <summary>A vessel is one of the shard no longer.</summary>
    public void Remove(VesselId id)
    {
        if (_places.Remove(id, out var cell))
        {
            Leave(cell, id);
        }
    }

    /// <summary>
    /// What cells are to be told of vessels that came. They come before <see cref="Leaving"/>, so that a vessel that
    /// crosses is for a moment in both, where its later report is known by its time, and never in none.
    /// </summary>
    public ImmutableArray<(FleetCell Cell, CellUpdate Update)> Entering() =>
    [
        .. _changed.Where(cell => _cells[cell] is { IsTold: false } or { Entered.Count: > 0 }).ToArray()
            .Select(cell => (cell, TakeEntered(cell, _cells[cell]))),
    ];

    /// <summary>What cells are to be told of vessels that left.</summary>
    public ImmutableArray<(FleetCell Cell, CellUpdate Update)> Leaving() =>
    [
        .. _changed.Where(cell => _cells[cell].Left.Count > 0).ToArray()
            .Select(cell => (cell, TakeLeft(cell, _cells[cell]))),
    ];

    /// <summary>A cell did not take an update, or nobody knows whether it did: it is told everything.</summary>
    public void Refused(FleetCell cell)
    {
        At(cell).IsTold = false;
        _changed.Add(cell);
    }

    /// <summary>
    /// What a cell must be told that holds a version of a life; <c>null</c> where it holds everything.
    /// </summary>
    public CellUpdate? Compare(FleetCell cell, long heldEpoch, long heldVersion)
    {
        if (!_cells.TryGetValue(cell, out var ledger))
        {
            return new CellUpdate(shard, epoch, null, ++_version, [], []);
        }

        if (ledger.IsTold && heldEpoch == epoch && heldVersion == ledger.Version)
        {
            return null;
        }

        var whole = Whole(ledger);
        // Where only everything was to be told, that is no news any longer.
        Tidy(cell, ledger);
        return whole;
    }

    private CellUpdate TakeEntered(FleetCell cell, Ledger ledger)
    {
        if (!ledger.IsTold)
        {
            ledger.Left.Clear();
        }

        ImmutableArray<PlacedVessel> entered = [.. ledger.Entered.Select(id => ledger.Here[id])];
        var update = ledger.IsTold ? Change(ledger, entered, []) : Whole(ledger);
        ledger.Entered.Clear();
        Tidy(cell, ledger);
        return update;
    }

    private CellUpdate TakeLeft(FleetCell cell, Ledger ledger)
    {
        var update = Change(ledger, [], [.. ledger.Left]);
        ledger.Left.Clear();
        Tidy(cell, ledger);
        return update;
    }

    private CellUpdate Change(
        Ledger ledger, ImmutableArray<PlacedVessel> entered, ImmutableArray<VesselId> left)
    {
        var from = ledger.Version;
        ledger.Version = ++_version;
        return new CellUpdate(shard, epoch, from, ledger.Version, entered, left);
    }

    private CellUpdate Whole(Ledger ledger)
    {
        ledger.Version = ++_version;
        ledger.IsTold = true;
        return new CellUpdate(shard, epoch, null, ledger.Version, [.. ledger.Here.Values], []);
    }

    private void Leave(FleetCell cell, VesselId id)
    {
        var ledger = At(cell);
        ledger.Here.Remove(id);
        ledger.Entered.Remove(id);
        ledger.Left.Add(id);
        _changed.Add(cell);
    }

    private Ledger At(FleetCell cell)
    {
        if (!_cells.TryGetValue(cell, out var ledger))
        {
            _cells.Add(cell, ledger = new Ledger());
        }

        return ledger;
    }

    /// <summary>A cell with no news and no vessel need not be remembered.</summary>
    private void Tidy(FleetCell cell, Ledger ledger)
    {
        if (ledger.Entered.Count > 0 || ledger.Left.Count > 0)
        {
            return;
        }

        _changed.Remove(cell);
        if (ledger.Here.Count == 0)
        {
            _cells.Remove(cell);
        }
    }

    /// <summary>What a cell was told, and what it is still to be told.</summary>
    private sealed class Ledger
    {
        public long Version { get; set; }

        public bool IsTold { get; set; }

        public Dictionary<VesselId, PlacedVessel> Here { get; } = [];

        public HashSet<VesselId> Entered { get; } = [];

        public HashSet<VesselId> Left { get; } = [];
    }
}
