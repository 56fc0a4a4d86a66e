using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using Twin.Geo.Geodesy;
using Twin.Model.Places;
using Twin.Model.Space;

namespace Twin.Api.Places;

/// <summary>Geometries of places. Stateless.</summary>
internal static class PlaceGeometries
{
    /// <summary>The geometry of a place that was accepted.</summary>
    public static Geometry Read(PlaceGeometry geometry) => new WKBReader().Read(geometry.Wkb.ToArray());

    /// <summary>A geometry as places keep it.</summary>
    public static PlaceGeometry Write(Geometry geometry) => new(
        new WKBWriter(ByteOrder.LittleEndian, handleSRID: false).Write(geometry));

    /// <summary>The length of lines on the ellipsoid, to the meter; <c>null</c> of anything else.</summary>
    public static double? Kilometers(Geometry geometry)
    {
        if (geometry is not (LineString or MultiLineString))
        {
            return null;
        }

        var meters = 0.0;
        for (var i = 0; i < geometry.NumGeometries; i++)
        {
            var line = geometry.GetGeometryN(i).Coordinates;
            for (var j = 1; j < line.Length; j++)
            {
                meters += Geodesic.DistanceMeters(At(line[j - 1]), At(line[j]));
            }
        }

        return Math.Round(meters) / 1000;
    }

    private static GeoPosition At(Coordinate coordinate) => new(coordinate.X, coordinate.Y);
}
