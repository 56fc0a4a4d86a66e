using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.OverlayNG;

namespace Twin.Geo.Repair;

/// <summary>
/// Cuts shapes at the antimeridian (RFC 7946 §3.1.9). A side that is longer than 180° of longitude is taken for one
/// that goes the other way around the earth. Rings around a pole are left alone. Stateless.
/// </summary>
internal static class Antimeridian
{
    private const double Half = 180;
    private const double Full = 360;

    /// <summary>The shape, in pieces between -180° and 180°.</summary>
    public static Geometry Cut(Geometry geometry, RepairNotes notes)
    {
        if (geometry.EnvelopeInternal is { MinX: >= -Half, MaxX: <= Half, Width: <= Half })
        {
            return geometry;
        }

        var unwrapped = new Unwrapping().Edit(geometry, new UnwrappingOperation());
        var box = unwrapped.EnvelopeInternal;
        if (box.MinX >= -Half && box.MaxX <= Half)
        {
            return geometry;
        }

        notes.Add(RepairKind.Antimeridian, geometry.Coordinate, 0);
        var valid = unwrapped.IsValid ? unwrapped : GeometryFixer.Fix(unwrapped);
        var pieces = new List<Geometry>();
        for (var turn = (int)Math.Floor((box.MinX + Half) / Full); (turn * Full) - Half < box.MaxX; turn++)
        {
            var strip = geometry.Factory.ToGeometry(
                new Envelope((turn * Full) - Half, (turn * Full) + Half, -90, 90));
            var piece = OverlayNGRobust.Overlay(
                valid, strip, NetTopologySuite.Operation.Overlay.SpatialFunction.Intersection);
            if (!piece.IsEmpty && piece.Dimension == geometry.Dimension)
            {
                piece = AffineTransformation.TranslationInstance(-turn * Full, 0).Transform(piece);
                pieces.AddRange(
                    Enumerable.Range(0, piece.NumGeometries).Select(i => Winding.Right(piece.GetGeometryN(i))));
            }
        }

        return geometry.Factory.BuildGeometry([.. pieces.Where(piece => piece.Dimension == geometry.Dimension)]);
    }

    private sealed class Unwrapping : GeometryEditor;

    private sealed class UnwrappingOperation : GeometryEditor.CoordinateOperation
    {
        public override Coordinate[] Edit(Coordinate[] coordinates, Geometry geometry)
        {
            var turned = new Coordinate[coordinates.Length];
            var shift = 0.0;
            for (var i = 0; i < coordinates.Length; i++)
            {
                if (i > 0)
                {
                    var step = coordinates[i].X - coordinates[i - 1].X;
                    shift += step > Half ? -Full : step < -Half ? Full : 0;
                }

                turned[i] = new Coordinate(coordinates[i].X + shift, coordinates[i].Y);
            }

            // A ring around a pole does not come back to where it began.
            return turned.Length > 1 && geometry is LinearRing && !turned[0].Equals2D(turned[^1])
                ? coordinates
                : turned;
        }
    }
}
