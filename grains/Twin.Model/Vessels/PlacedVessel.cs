using Twin.Model.Space;

namespace Twin.Model.Vessels;

/// <summary>
/// A vessel at the place of its last accepted report. What a search looks at first lies here itself: of the many that
/// it leaves out it follows no reference.
/// </summary>
public readonly record struct PlacedVessel
{
    /// <summary>Takes a vessel and its report.</summary>
    public PlacedVessel(Vessel vessel, PositionReport last)
    {
        (Vessel, Last) = (vessel, last);
        (Id, Position) = (vessel.Id, last.Position);
    }

    /// <summary>What it answers to.</summary>
    public VesselId Id { get; }

    /// <summary>Where it is.</summary>
    public GeoPosition Position { get; }

    /// <summary>Its papers.</summary>
    public Vessel Vessel { get; }

    /// <summary>The report.</summary>
    public PositionReport Last { get; }
}
