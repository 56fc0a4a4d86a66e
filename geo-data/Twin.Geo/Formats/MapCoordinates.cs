using NetTopologySuite.Geometries;
using Twin.Geo.Coordinates;
using Twin.Geo.Repair;
using Twin.Model.Space;

namespace Twin.Geo.Formats;

/// <summary>
/// Carries the coordinates of files over. Files hold east before north whatever the reference system says of its axes:
/// GeoPackage (12-128r18 §2.1.3) and shapefile lay it down, and GeoJSON has it by custom. Stateless.
/// </summary>
internal static class MapCoordinates
{
    /// <summary>
    /// A geometry of a file in CRS84. Longitudes up to ±360° are let through, for shapes across the antimeridian.
    /// </summary>
    public static Geometry ToCrs84(Geometry geometry, CoordinateReferenceSystem crs)
    {
        if (IsLongitudeLatitude(crs) && Crosses(geometry))
        {
            return geometry;
        }

        return crs.ToCrs84(InAxes(geometry, crs));
    }

    /// <summary>A note whose place is in the coordinates of the file.</summary>
    public static RepairNote ToCrs84(RepairNote note, CoordinateReferenceSystem crs)
    {
        if (note.At is not { } at)
        {
            return note;
        }

        var (first, second) = crs.Axes is AxisOrder.LatitudeLongitude
            ? (at.LatitudeDegrees, at.LongitudeDegrees)
            : (at.LongitudeDegrees, at.LatitudeDegrees);
        return note with { At = crs.TryToCrs84(first, second, out var place) ? place : (GeoPosition?)null };
    }

    /// <summary>A geometry of CRS84 as a file in another reference system has it.</summary>
    public static Geometry FromCrs84(Geometry geometry, CoordinateReferenceSystem crs) =>
        ReferenceEquals(crs, CoordinateReferenceSystems.Crs84) ? geometry : InAxes(crs.FromCrs84(geometry), crs);

    private static Geometry InAxes(Geometry geometry, CoordinateReferenceSystem crs)
    {
        if (crs.Axes is not AxisOrder.LatitudeLongitude)
        {
            return geometry;
        }

        var turned = geometry.Copy();
        turned.Apply(new Turn());
        return turned;
    }

    private static bool IsLongitudeLatitude(CoordinateReferenceSystem crs) =>
        ReferenceEquals(crs, CoordinateReferenceSystems.Crs84)
        || crs.Uri.EndsWith("/EPSG/0/4326", StringComparison.Ordinal);

    private static bool Crosses(Geometry geometry)
    {
        var box = geometry.EnvelopeInternal;
        return (box.MinX < -180 || box.MaxX > 180)
            && box.MinX >= -360 && box.MaxX <= 360 && box.MinY >= -90 && box.MaxY <= 90;
    }

    private sealed class Turn : ICoordinateSequenceFilter
    {
        public bool Done => false;

        public bool GeometryChanged => true;

        public void Filter(CoordinateSequence seq, int i)
        {
            var x = seq.GetX(i);
            seq.SetX(i, seq.GetY(i));
            seq.SetY(i, x);
        }
    }
}
