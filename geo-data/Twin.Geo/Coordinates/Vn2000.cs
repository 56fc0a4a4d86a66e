using System.Collections.Immutable;
using NetTopologySuite.Geometries;
using ProjNet.CoordinateSystems;
using ProjNet.CoordinateSystems.Transformations;

namespace Twin.Geo.Coordinates;

/// <summary>
/// VN-2000, the reference system of Vietnam's maps: the ellipsoid of WGS 84 on a datum of its own, and transverse
/// Mercator zones on it. ProjNET projects; the datum is shifted by <see cref="DatumShift"/>, because ProjNET's own
/// shift is off by 1 to 2 mm. Together they are within 1 mm of PROJ.
/// </summary>
internal static class Vn2000
{
    private const double FalseEastingMeters = 500_000;

    // Farther from its central meridian nobody maps, and the series of the projection loses its millimeter.
    private const double MaxDegreesFromMeridian = 10;
    private const double MaxNorthingMeters = 3_400_000; // 30.7° N.
    private const double MetersPerDegree = 111_320;

    private static readonly CoordinateSystemFactory Factory = new();
    private static readonly GeographicCoordinateSystem Geographic = Make();

    /// <summary>The projected systems: code, name, central meridian in degrees, scale on it.</summary>
    public static readonly ImmutableArray<(int Code, string Name, double MeridianDegrees, double Scale)> Zones =
    [
        (3405, "VN-2000 / UTM zone 48N", 105, 0.9996),
        (3406, "VN-2000 / UTM zone 49N", 111, 0.9996),
        (5896, "VN-2000 / TM-3 zone 481", 102, 0.9999),
        (5897, "VN-2000 / TM-3 zone 482", 105, 0.9999),
        (5898, "VN-2000 / TM-3 zone 491", 108, 0.9999),
        (5899, "VN-2000 / TM-3 107-45", 107.75, 0.9999),
        (9205, "VN-2000 / TM-3 103-00", 103, 0.9999),
        (9206, "VN-2000 / TM-3 104-00", 104, 0.9999),
        (9207, "VN-2000 / TM-3 104-30", 104.5, 0.9999),
        (9208, "VN-2000 / TM-3 104-45", 104.75, 0.9999),
        (9209, "VN-2000 / TM-3 105-30", 105.5, 0.9999),
        (9210, "VN-2000 / TM-3 105-45", 105.75, 0.9999),
        (9211, "VN-2000 / TM-3 106-00", 106, 0.9999),
        (9212, "VN-2000 / TM-3 106-15", 106.25, 0.9999),
        (9213, "VN-2000 / TM-3 106-30", 106.5, 0.9999),
        (9214, "VN-2000 / TM-3 107-00", 107, 0.9999),
        (9215, "VN-2000 / TM-3 107-15", 107.25, 0.9999),
        (9216, "VN-2000 / TM-3 107-30", 107.5, 0.9999),
        (9217, "VN-2000 / TM-3 108-15", 108.25, 0.9999),
        (9218, "VN-2000 / TM-3 108-30", 108.5, 0.9999),
    ];

    /// <summary>The geographic system (EPSG:4756).</summary>
    public static Projection OfDegrees() =>
        new(new Envelope(-180, 180, -90, 90), DatumShift.ToVn2000, DatumShift.ToWgs84);

    /// <summary>A transverse Mercator system on it.</summary>
    public static Projection OfZone(string name, double meridianDegrees, double scale)
    {
        var projection = Factory.CreateProjection(
            name,
            "Transverse_Mercator",
            [
                new ProjectionParameter("latitude_of_origin", 0),
                new ProjectionParameter("central_meridian", meridianDegrees),
                new ProjectionParameter("scale_factor", scale),
                new ProjectionParameter("false_easting", FalseEastingMeters),
                new ProjectionParameter("false_northing", 0),
            ]);
        var system = Factory.CreateProjectedCoordinateSystem(
            name,
            Geographic,
            projection,
            LinearUnit.Metre,
            new AxisInfo("East", AxisOrientationEnum.East),
            new AxisInfo("North", AxisOrientationEnum.North));
        var forward = new CoordinateTransformationFactory()
            .CreateFromCoordinateSystems(Geographic, system).MathTransform;
        var inverse = forward.Inverse();
        const double Reach = MaxDegreesFromMeridian * MetersPerDegree;
        return new Projection(
            new Envelope(FalseEastingMeters - Reach, FalseEastingMeters + Reach, 0, MaxNorthingMeters),
            (longitude, latitude) =>
            {
                var (east, north) = DatumShift.ToVn2000(longitude, latitude);
                return forward.Transform(east, north);
            },
            (x, y) =>
            {
                var (longitude, latitude) = inverse.Transform(x, y);
                return DatumShift.ToWgs84(longitude, latitude);
            });
    }

    private static GeographicCoordinateSystem Make()
    {
        var datum = Factory.CreateHorizontalDatum(
            "Vietnam 2000", DatumType.HD_Geocentric, Ellipsoid.WGS84, new Wgs84ConversionInfo());
        return Factory.CreateGeographicCoordinateSystem(
            "VN-2000",
            AngularUnit.Degrees,
            datum,
            PrimeMeridian.Greenwich,
            new AxisInfo("Lon", AxisOrientationEnum.East),
            new AxisInfo("Lat", AxisOrientationEnum.North));
    }
}
