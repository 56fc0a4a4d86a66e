using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.OverlayNG;
using Twin.Geo.Geodesy;

namespace Twin.Geo.Repair;

/// <summary>
/// Makes shapes of units a map: none overlaps another of its level, none leaves a strip to its neighbor, and every unit
/// is exactly what is below it. All borders are put on a grid of 1e-7° (1 cm) and noded, the faces that they make are
/// given to one lowest unit each, and units are the unions of their faces; so neighbors share their border vertex by
/// vertex. A face that several claim goes to the smallest of them; one that none claims goes to the neighbor with the
/// longest border, where it is narrower than the tolerance. Stateless.
/// </summary>
public static class CoverageRepair
{
    /// <summary>Steps of the grid in a degree.</summary>
    public const double Scale = 1e7;

    // What snapping to the grid moves by itself: a hectare's border of 1 cm.
    private const double NestingSquareMeters = 10;

    /// <summary>Mends the shapes of units.</summary>
    /// <param name="units">The units; those that no other names as its upper one are the lowest.</param>
    /// <param name="toleranceMeters">How wide a strip between neighbors may be to be filled, 0 or more.</param>
    public static CoverageResult Repair(IReadOnlyList<CoverageUnit> units, double toleranceMeters)
    {
        var tree = new CoverageTree(units);
        var sources = new CoverageSources(tree);
        if (sources.IsEmpty)
        {
            return new CoverageResult(ImmutableDictionary<string, Geometry>.Empty, []);
        }

        var notes = new CoverageNotes();
        var plane = new CoveragePlane(sources.Box, toleranceMeters);
        var faces = Arrangement.Of([.. sources.Shapes, .. plane.Mouths(sources.Leaves)], Scale);
        var owners = new FaceOwners(tree, sources, plane, notes).Assign(faces);
        var shapes = ImmutableDictionary.CreateBuilder<string, Geometry>(StringComparer.Ordinal);
        foreach (var unit in units)
        {
            var below = tree.LeavesOf(unit.Code);
            Geometry[] own =
            [
                .. faces.Where((_, face) => owners[face] is { } owner && below.Contains(owner)),
            ];
            if (own.Length > 0)
            {
                shapes[unit.Code] = Join(own);
            }
        }

        foreach (var unit in units.Where(unit => unit.Given is not null))
        {
            Compare(unit, shapes.GetValueOrDefault(unit.Code), tree.IsLeaf(unit.Code), notes);
        }

        return new CoverageResult(shapes.ToImmutable(), notes.ToImmutable());
    }

    private static Geometry Join(Geometry[] faces)
    {
        var whole = faces is [var only]
            ? only
            : CoverageUnion.Union(faces[0].Factory.CreateGeometryCollection(faces));
        // It can leave a border that touches itself in a vertex as one ring: the slower union makes a hole of it.
        whole = whole.IsValid ? whole : OverlayNGRobust.Union(faces);
        return ShapeRepair.PolygonsOf(whole) ?? whole;
    }

    /// <summary>Notes a unit that is gone, and one above others that is not what was given for it.</summary>
    private static void Compare(CoverageUnit unit, Geometry? made, bool isLeaf, CoverageNotes notes)
    {
        if (made is null)
        {
            notes.Add(RepairKind.Collapsed, unit.Given?.Coordinate, 0, unit.Code);
            return;
        }

        if (isLeaf || unit.Given is null)
        {
            return;
        }

        var difference = OverlayNGRobust.Overlay(
            unit.Given, made, NetTopologySuite.Operation.Overlay.SpatialFunction.SymDifference);
        var area = GeodesicArea.SquareMeters(difference);
        if (area > NestingSquareMeters)
        {
            notes.Add(RepairKind.Nesting, difference.Coordinate, area, unit.Code);
        }
    }
}
