using NetTopologySuite.Geometries;
using Twin.Geo.Filters;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Api.Space.Moving;

/// <summary>
/// A vessel at its place, as it stands at a moment. What takes reckoning is reckoned when somebody looks. For one
/// thread.
/// </summary>
/// <param name="placed">The vessel.</param>
/// <param name="moment">The moment.</param>
internal sealed class VesselView(PlacedVessel placed, FleetMoment moment) : IFilterSubject
{
    private static readonly GeometryFactory Factory = new();

    private ContactReading? _contact;
    private (bool IsEligible, bool IsThreeNo)? _papers;

    /// <summary>The id.</summary>
    public string Id => placed.Id.Value;

    /// <summary>Its papers.</summary>
    public Vessel Vessel => placed.Vessel;

    /// <summary>Its last report.</summary>
    public PositionReport Last => placed.Last;

    /// <summary>Where it is.</summary>
    public GeoPosition Position => placed.Position;

    /// <summary>What its clocks show.</summary>
    public ContactReading Contact => _contact ??= moment.ContactOf(placed);

    /// <summary>Whether it has all papers that it must have.</summary>
    public bool IsEligible => (_papers ??= moment.PapersOf(placed)).IsEligible;

    /// <summary>Whether it has no registration, no inspection and no licence.</summary>
    public bool IsThreeNo => (_papers ??= moment.PapersOf(placed)).IsThreeNo;

    /// <summary>Its place as a geometry.</summary>
    public Point Geometry => Factory.CreatePoint(
        new Coordinate(Position.LongitudeDegrees, Position.LatitudeDegrees));

    /// <inheritdoc/>
    public object? ValueOf(int index) =>
        index < VesselProperties.All.Length ? VesselProperties.Read(index, this) : Geometry;
}
