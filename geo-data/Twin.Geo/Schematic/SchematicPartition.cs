using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Polygonize;
using Twin.Geo.Datasets;
using Twin.Model.Units;

namespace Twin.Geo.Schematic;

/// <summary>
/// The faces of one arrangement of all lines of all landmasses, each given to the unit that owns it. The lines are
/// noded together on a grid of 1e-5° (snap rounding, Hobby 1999, as NetTopologySuite's OverlayNG does it), so neighbors
/// share identical edges, and unions of faces nest in each other without a gap. Immutable after <see cref="Build"/>.
/// </summary>
internal sealed class SchematicPartition
{
    /// <summary>Grid lines to a degree: coordinates are multiples of 1e-5°, about a meter.</summary>
    public const double GridPerDegree = 100_000;

    private readonly ImmutableDictionary<AdministrativeUnitCode, ImmutableArray<Polygon>> _faces;

    private SchematicPartition(ImmutableDictionary<AdministrativeUnitCode, ImmutableArray<Polygon>> faces) =>
        _faces = faces;

    /// <summary>Builds the partition; every unit must have a centroid on one of the landmasses.</summary>
    public static SchematicPartition Build(
        ImmutableArray<OutlineRing> outline, IReadOnlyList<AdministrativeUnit> units)
    {
        var landmasses = outline
            .Select(ring => (
                Ring: ring, Units: units.Where(u => Landmass.Contains(ring, SiteOf(u))).ToImmutableArray()))
            .Where(pair => !pair.Units.IsEmpty)
            .Select(pair => (pair.Ring, Land: new Landmass(pair.Ring, pair.Units)))
            .ToImmutableArray();
        var placed = landmasses.SelectMany(l => l.Land.Units).Select(u => u.Code).ToHashSet();
        if (units.FirstOrDefault(u => !placed.Contains(u.Code)) is { } lost)
        {
            throw new ArgumentException($"The centroid of unit {lost.Code} lies on no landmass.", nameof(units));
        }

        var factory = new GeometryFactory(new PrecisionModel(GridPerDegree));
        var lines = factory.BuildGeometry([.. landmasses.SelectMany(l => l.Land.Lines(factory))]);
        var polygonizer = new Polygonizer();
        polygonizer.Add(UnaryUnionNG.Union(lines, factory.PrecisionModel));
        var faces = new Dictionary<AdministrativeUnitCode, List<Polygon>>();
        foreach (var face in polygonizer.GetPolygons().Cast<Polygon>())
        {
            var inside = face.InteriorPoint;
            var position = new Model.Space.GeoPosition(inside.X, inside.Y);
            if (landmasses.FirstOrDefault(l => Landmass.Contains(l.Ring, position)).Land is { } land)
            {
                var owner = land.OwnerOf(inside.X, inside.Y).Code;
                (faces.TryGetValue(owner, out var own) ? own : faces[owner] = []).Add(face);
            }
        }

        return new SchematicPartition(faces.ToImmutableDictionary(f => f.Key, f => f.Value.ToImmutableArray()));
    }

    /// <summary>The union of the cells of some units: polygons whose edges other unions share exactly.</summary>
    public Geometry Union(IEnumerable<AdministrativeUnitCode> cells)
    {
        Geometry[] faces = [.. cells.SelectMany(cell => _faces.GetValueOrDefault(cell, []))];
        var union = CoverageUnion.Union(new GeometryFactory(new PrecisionModel(GridPerDegree)).BuildGeometry(faces));
        return union.Normalized();
    }

    private static Model.Space.GeoPosition SiteOf(AdministrativeUnit unit) =>
        unit.Centroid ?? throw new ArgumentException($"Unit {unit.Code} has no centroid.", nameof(unit));
}
