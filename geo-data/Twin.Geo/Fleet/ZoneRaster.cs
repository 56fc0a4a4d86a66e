using System.Collections.Frozen;
using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using NetTopologySuite.Operation.Union;
using Twin.Geo.Indexing;
using Twin.Model.Places;
using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Geo.Fleet;

/// <summary>
/// Zones and land as rasters, so that a report is placed in some tens of nanoseconds. Of zones of one sort that
/// overlap the first one holds a position. Immutable; safe for any number of threads.
/// </summary>
public sealed class ZoneRaster : IZoneMap, IZoneSource
{
    /// <summary>
    /// How far inland a position must be to be on land, in degrees: 2 km or a little less. An outline of the dataset is
    /// as coarse as a kilometer, and boats lie in rivers.
    /// </summary>
    public const double LandMarginDegrees = 0.018;

    // 4 MiB; 400 m wide over four degrees.
    private const int Cells = 1 << 20;

    private readonly ImmutableArray<FishingZone> _belts;
    private readonly ImmutableArray<FishingZone> _closed;
    private readonly AreaRaster _beltRaster;
    private readonly AreaRaster _closedRaster;
    private readonly AreaRaster _land;
    private readonly FrozenDictionary<string, PlaceGeometry> _shapes;

    /// <summary>Takes zones with their shapes, polygons or multipolygons, and the rings of land.</summary>
    public ZoneRaster(IReadOnlyList<(FishingZone Zone, Geometry Shape)> zones, IReadOnlyList<Polygon> land)
        : this(zones, Inland(land))
    {
    }

    private ZoneRaster(IReadOnlyList<(FishingZone Zone, Geometry Shape)> zones, AreaRaster land)
    {
        var belts = zones.Where(one => one.Zone.Kind is not ZoneKind.Closed).ToArray();
        var closed = zones.Where(one => one.Zone.Kind is ZoneKind.Closed).ToArray();
        Zones = [.. zones.Select(one => one.Zone)];
        _belts = [.. belts.Select(one => one.Zone)];
        _closed = [.. closed.Select(one => one.Zone)];
        _beltRaster = AreaRaster.Build([.. belts.Select(one => one.Shape)], Cells);
        _closedRaster = AreaRaster.Build([.. closed.Select(one => one.Shape)], Cells / 4);
        var writer = new WKBWriter(ByteOrder.LittleEndian, handleSRID: false);
        _shapes = zones.ToFrozenDictionary(
            one => one.Zone.Code, one => new PlaceGeometry(writer.Write(one.Shape)), StringComparer.Ordinal);
        Shapes = [.. zones];
        _land = land;
    }

    /// <inheritdoc/>
    public ImmutableArray<FishingZone> Zones { get; }

    /// <summary>All zones with their shapes.</summary>
    public ImmutableArray<(FishingZone Zone, Geometry Shape)> Shapes { get; }

    /// <inheritdoc/>
    public IZoneMap Current => this;

    /// <summary>Other zones on the same land.</summary>
    public ZoneRaster With(IReadOnlyList<(FishingZone Zone, Geometry Shape)> zones) => new(zones, _land);

    /// <inheritdoc/>
    public ZonePlace Find(GeoPosition position)
    {
        var belt = _beltRaster.Find(position);
        var closed = _closedRaster.Find(position);
        return new ZonePlace(
            belt == AreaRaster.None ? null : _belts[belt],
            closed == AreaRaster.None ? null : _closed[closed],
            _land.Find(position) != AreaRaster.None);
    }

    /// <inheritdoc/>
    public PlaceGeometry? ShapeOf(FishingZone zone) => _shapes.GetValueOrDefault(zone.Code);

    private static AreaRaster Inland(IReadOnlyList<Polygon> land)
    {
        // Joined first: a border between two rings is no shore.
        var inland = land.Count == 0 ? null : UnaryUnionOp.Union([.. land]).Buffer(-LandMarginDegrees);
        return AreaRaster.Build([inland], Cells / 4);
    }
}
