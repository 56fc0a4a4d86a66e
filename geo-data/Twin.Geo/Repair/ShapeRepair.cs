using System.Collections.Immutable;
using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.OverlayNG;
using NetTopologySuite.Operation.Valid;
using Twin.Geo.Geodesy;

namespace Twin.Geo.Repair;

/// <summary>
/// Mends one geometry of CRS84 by itself, and says what was wrong with it: points that repeat, rings that collapse, run
/// the wrong way round, or cross themselves, holes outside, parts that overlap, shapes across the antimeridian. A valid
/// shape comes back as it was. Stateless.
/// </summary>
public static class ShapeRepair
{
    private const double CollapsedSquareDegrees = 1e-16; // A tenth of a square millimeter at the equator: 1.2 mm².

    /// <summary>A valid geometry, or <c>null</c> where nothing is left of it, with what was wrong.</summary>
    public static (Geometry? Geometry, ImmutableArray<RepairNote> Notes) Repair(Geometry geometry)
    {
        ArgumentNullException.ThrowIfNull(geometry);
        var notes = new RepairNotes();
        if (geometry.IsEmpty)
        {
            notes.Add(RepairKind.Empty, null, 0);
            return (null, notes.ToImmutable());
        }

        var whole = Antimeridian.Cut(geometry, notes);
        var mended = whole switch
        {
            Polygon or MultiPolygon => RepairPolygons(whole, notes),
            LineString or MultiLineString => RepairLines(whole, notes),
            GeometryCollection collection when whole.OgcGeometryType == OgcGeometryType.GeometryCollection =>
                RepairMembers(collection, notes),
            _ => whole,
        };
        var clean = mended is Polygon or MultiPolygon ? WithoutCrumbs(mended) : mended;
        return (clean is { IsEmpty: false } ? clean : null, notes.ToImmutable());
    }

    /// <summary>
    /// The polygons of a geometry, whatever else it holds; <c>null</c> where it has none. Valid as they are.
    /// </summary>
    public static Geometry? PolygonsOf(Geometry geometry)
    {
        Polygon[] polygons = [.. PolygonExtracter.GetPolygons(geometry).OfType<Polygon>().Where(one => !one.IsEmpty)];
        return polygons switch
        {
            [] => null,
            [var only] => only,
            _ => geometry.Factory.CreateMultiPolygon(polygons),
        };
    }

    // Cutting rings where they cross leaves crumbs, and rings the wrong way round; none of that was in the shape.
    private static Geometry? WithoutCrumbs(Geometry shape)
    {
        var crumbs = new RepairNotes();
        var parts = new List<Geometry>(shape.NumGeometries);
        foreach (var polygon in Enumerable.Range(0, shape.NumGeometries).Select(shape.GetGeometryN).Cast<Polygon>())
        {
            if (RepairRing(polygon.ExteriorRing, isOuter: true, crumbs) is { } shell)
            {
                parts.Add(polygon.Factory.CreatePolygon(
                    shell,
                    [
                        .. polygon.InteriorRings.Select(hole => RepairRing(hole, isOuter: false, crumbs))
                            .OfType<LinearRing>(),
                    ]));
            }
        }

        if (crumbs.ToImmutable().IsEmpty)
        {
            return shape;
        }

        return parts.Count == 0 ? null : PolygonsOf(shape.Factory.BuildGeometry(parts));
    }

    private static Geometry? RepairMembers(GeometryCollection collection, RepairNotes notes)
    {
        var members = new List<Geometry>();
        foreach (var member in collection.Geometries)
        {
            var (mended, found) = Repair(member);
            notes.AddRange(found);
            if (mended is not null)
            {
                members.Add(mended);
            }
        }

        return collection.Factory.BuildGeometry(members);
    }

    private static Geometry? RepairLines(Geometry lines, RepairNotes notes)
    {
        var kept = new List<Geometry>();
        foreach (var line in LineStringExtracter.GetLines(lines).OfType<LineString>())
        {
            var positions = WithoutRepeats(line.Coordinates, notes);
            if (positions.Length >= 2)
            {
                kept.Add(positions.Length == line.NumPoints ? line : lines.Factory.CreateLineString(positions));
            }
            else
            {
                notes.Add(RepairKind.Collapsed, line.Coordinate, 0);
            }
        }

        return kept.Count == 0 ? null : lines.Factory.BuildGeometry(kept);
    }

    private static Geometry? RepairPolygons(Geometry shape, RepairNotes notes)
    {
        var parts = new List<Geometry>();
        for (var i = 0; i < shape.NumGeometries; i++)
        {
            if (RepairPolygon((Polygon)shape.GetGeometryN(i), notes) is { } part)
            {
                parts.Add(part);
            }
        }

        if (parts.Count == 0)
        {
            return null;
        }

        var whole = PolygonsOf(shape.Factory.BuildGeometry(parts));
        if (whole is null || whole.IsValid)
        {
            return whole;
        }

        // Each part is valid by itself, so what is wrong lies between them.
        var joined = OverlayNGRobust.Union(parts);
        notes.Add(
            RepairKind.OverlappingParts,
            new IsValidOp(whole).ValidationError?.Coordinate,
            GeodesicArea.SquareMeters(whole) - GeodesicArea.SquareMeters(joined));
        return PolygonsOf(joined);
    }

    private static Geometry? RepairPolygon(Polygon polygon, RepairNotes notes)
    {
        if (polygon.IsEmpty)
        {
            return null;
        }

        if (RepairRing(polygon.ExteriorRing, isOuter: true, notes) is not { } shell)
        {
            return null;
        }

        LinearRing[] holes =
        [
            .. polygon.InteriorRings.Select(hole => RepairRing(hole, isOuter: false, notes)).OfType<LinearRing>(),
        ];
        var cleaned = polygon.Factory.CreatePolygon(shell, holes);
        var error = new IsValidOp(cleaned).ValidationError;
        if (error is null)
        {
            return cleaned;
        }

        var mended = PolygonsOf(GeometryFixer.Fix(cleaned));
        var change = Math.Abs(
            (mended is null ? 0 : GeodesicArea.SquareMeters(mended)) - GeodesicArea.SquareMeters(cleaned));
        notes.Add(
            error.ErrorType == TopologyValidationErrors.HoleOutsideShell
                ? RepairKind.HoleOutside
                : RepairKind.SelfIntersection,
            error.Coordinate,
            change);
        return mended;
    }

    private static LinearRing? RepairRing(LineString ring, bool isOuter, RepairNotes notes)
    {
        var positions = WithoutRepeats(ring.Coordinates, notes);
        if (positions.Length < 4 || Math.Abs(Area.OfRing(positions)) < CollapsedSquareDegrees && IsFlat(positions))
        {
            notes.Add(RepairKind.Collapsed, ring.Coordinate, 0);
            return null;
        }

        if (Orientation.IsCCW(positions) == isOuter)
        {
            return positions.Length == ring.NumPoints && ring is LinearRing same
                ? same
                : ring.Factory.CreateLinearRing(positions);
        }

        notes.Add(RepairKind.WrongWinding, ring.Coordinate, 0);
        Array.Reverse(positions);
        return ring.Factory.CreateLinearRing(positions);
    }

    // The lobes of an eight cancel each other out: it has no area and is not flat.
    private static bool IsFlat(Coordinate[] positions)
    {
        for (var i = 2; i < positions.Length; i++)
        {
            if (Math.Abs(Area.OfRing([positions[0], positions[i - 1], positions[i], positions[0]]))
                >= CollapsedSquareDegrees)
            {
                return false;
            }
        }

        return true;
    }

    private static Coordinate[] WithoutRepeats(Coordinate[] positions, RepairNotes notes)
    {
        var kept = new List<Coordinate>(positions.Length);
        foreach (var position in positions)
        {
            if (kept.Count > 0 && kept[^1].Equals2D(position))
            {
                notes.Add(RepairKind.DuplicatePoint, position, 0);
            }
            else
            {
                kept.Add(position);
            }
        }

        return [.. kept];
    }
}
