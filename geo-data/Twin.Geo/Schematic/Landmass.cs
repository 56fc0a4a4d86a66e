using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using Twin.Geo.Datasets;
using Twin.Model.Space;
using Twin.Model.Units;

namespace Twin.Geo.Schematic;

/// <summary>One landmass, the units whose sites lie on it, and the power diagram that shares it out.</summary>
internal sealed class Landmass
{
    private readonly ImmutableArray<PlanarPoint> _ring;
    private readonly PowerDiagram _diagram;

    /// <summary>Shares out a landmass among at least one unit; no two may have the same centroid.</summary>
    public Landmass(OutlineRing outline, ImmutableArray<AdministrativeUnit> units)
    {
        _ring = [.. outline.Vertices.Select(PlanarFrame.ToPlane)];
        Units = units;
        PlanarPoint[] sites = [.. units.Select(u => PlanarFrame.ToPlane(u.Centroid!.Value))]; // Sites have a centroid.
        if (sites.Distinct().Count() < sites.Length)
        {
            throw new ArgumentException($"Two units on '{outline.Id}' have the same centroid.", nameof(units));
        }

        var known = units.Where(u => u.AreaSquareKilometers is > 0).ToList();
        var typical = known.Count == 0 ? 1 : known.Average(u => u.AreaSquareKilometers!.Value); // Filtered above.
        _diagram = PowerDiagram.Solve(
            _ring, sites, [.. units.Select(u => u.AreaSquareKilometers is > 0 and var area ? area : typical)]);
    }

    /// <summary>The units, in the order of the diagram's sites.</summary>
    public ImmutableArray<AdministrativeUnit> Units { get; }

    /// <summary>Whether a point lies in a ring of degrees; a point on its edge may count either way.</summary>
    public static bool Contains(OutlineRing ring, GeoPosition point)
    {
        var inside = false;
        for (var (i, j) = (0, ring.Vertices.Length - 1); i < ring.Vertices.Length; j = i++)
        {
            var (a, b) = (ring.Vertices[i], ring.Vertices[j]);
            if (a.LatitudeDegrees > point.LatitudeDegrees != b.LatitudeDegrees > point.LatitudeDegrees
                && point.LongitudeDegrees < ((b.LongitudeDegrees - a.LongitudeDegrees)
                    * (point.LatitudeDegrees - a.LatitudeDegrees) / (b.LatitudeDegrees - a.LatitudeDegrees))
                    + a.LongitudeDegrees)
            {
                inside = !inside;
            }
        }

        return inside;
    }

    /// <summary>The edges of all cells inside the landmass, and its coast, in degrees and not yet noded.</summary>
    public IEnumerable<Geometry> Lines(GeometryFactory factory)
    {
        var land = factory.CreatePolygon(ToDegrees(_ring));
        yield return land.ExteriorRing;
        var box = BoxAround(_ring);
        for (var site = 0; site < Units.Length; site++)
        {
            var cell = factory.CreatePolygon(ToDegrees(_diagram.Cell(site, box).Vertices));
            yield return NetTopologySuite.Operation.OverlayNG.OverlayNGRobust
                .Overlay(cell, land, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection).Boundary;
        }
    }

    /// <summary>The unit that owns a point of this landmass.</summary>
    public AdministrativeUnit OwnerOf(double longitudeDegrees, double latitudeDegrees) =>
        Units[_diagram.OwnerOf(PlanarFrame.ToPlane(longitudeDegrees, latitudeDegrees))];

    private static PlanarPoint[] BoxAround(ImmutableArray<PlanarPoint> ring)
    {
        const double MarginKilometers = 1;
        var (west, east) = (ring.Min(p => p.X) - MarginKilometers, ring.Max(p => p.X) + MarginKilometers);
        var (south, north) = (ring.Min(p => p.Y) - MarginKilometers, ring.Max(p => p.Y) + MarginKilometers);
        return [new(west, south), new(east, south), new(east, north), new(west, north)];
    }

    private static Coordinate[] ToDegrees(IReadOnlyList<PlanarPoint> ring)
    {
        var coordinates = new Coordinate[ring.Count + 1];
        for (var i = 0; i < ring.Count; i++)
        {
            var position = PlanarFrame.ToPosition(ring[i]);
            coordinates[i] = new Coordinate(position.LongitudeDegrees, position.LatitudeDegrees);
        }

        coordinates[^1] = coordinates[0].Copy();
        return coordinates;
    }
}
