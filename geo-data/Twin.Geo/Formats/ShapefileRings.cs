using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using Twin.Geo.Repair;
using Twin.Model.Space;

namespace Twin.Geo.Formats;

/// <summary>
/// Puts the rings of a shapefile's polygon together: those that run clockwise are outer ones, the others holes of the
/// smallest outer ring around them. A hole that no outer ring surrounds is taken for an outer one. Stateless.
/// </summary>
internal static class ShapefileRings
{
    /// <summary>The polygon, or polygons, of those rings.</summary>
    public static Geometry ToPolygons(
        IEnumerable<Coordinate[]> parts, ShapeBuilder shapes, List<RepairNote> notes)
    {
        var outer = new List<Ring>();
        var inner = new List<Ring>();
        foreach (var part in parts)
        {
            // One ring a polygon first, so that the builder closes it or leaves it out.
            var polygon = shapes.Polygon([part]);
            if (!polygon.IsEmpty)
            {
                var isInner = Orientation.IsCCW(polygon.ExteriorRing.CoordinateSequence);
                // From here on as GeoJSON has them: outer ones counter-clockwise, inner ones clockwise.
                (isInner ? inner : outer).Add(new Ring((Polygon)polygon.Reverse()));
            }
        }

        var holes = new List<Ring>();
        foreach (var ring in inner)
        {
            if (outer.Exists(one => one.Surrounds(ring)))
            {
                holes.Add(ring);
            }
            else
            {
                notes.Add(new RepairNote(RepairKind.WrongWinding, 1, ring.Start, 0));
                outer.Add(new Ring((Polygon)ring.Shape.Reverse()));
            }
        }

        foreach (var hole in holes)
        {
            outer.Where(one => one.Surrounds(hole)).MinBy(one => one.Shape.Area)?.Holes.Add(hole.Shape.Shell);
        }

        Polygon[] polygons =
        [
            .. outer.Select(one => ShapeBuilder.Factory.CreatePolygon(one.Shape.Shell, [.. one.Holes])),
        ];
        return polygons is [var only] ? only : ShapeBuilder.Factory.CreateMultiPolygon(polygons);
    }

    private sealed class Ring(Polygon shape)
    {
        public Polygon Shape => shape;

        public List<LinearRing> Holes { get; } = [];

        public GeoPosition Start => new(shape.Coordinate.X, shape.Coordinate.Y);

        // A hole may touch its ring at a point, so its first position alone does not tell.
        public bool Surrounds(Ring other) =>
            !ReferenceEquals(this, other)
            && shape.EnvelopeInternal.Contains(other.Shape.EnvelopeInternal)
            && FirstOffBorder(other) != Location.Exterior;

        private Location FirstOffBorder(Ring other)
        {
            foreach (var position in other.Shape.Shell.Coordinates)
            {
                var place = PointLocation.LocateInRing(position, shape.Shell.Coordinates);
                if (place != Location.Boundary)
                {
                    return place;
                }
            }

            return Location.Boundary;
        }
    }
}
