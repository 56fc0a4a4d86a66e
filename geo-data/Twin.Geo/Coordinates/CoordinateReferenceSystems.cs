using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using NetTopologySuite.Geometries;

namespace Twin.Geo.Coordinates;

/// <summary>The reference systems that the twin reads and writes, by URI. Safe for any number of threads.</summary>
public static class CoordinateReferenceSystems
{
    private const string Epsg = "http://www.opengis.net/def/crs/EPSG/0/";

    private static readonly Projection Identity = new(
        new Envelope(-180, 180, -90, 90), static (x, y) => (x, y), static (x, y) => (x, y));

    /// <summary>WGS 84, longitude first: what the twin has inside.</summary>
    public static readonly CoordinateReferenceSystem Crs84 = new(
        "http://www.opengis.net/def/crs/OGC/1.3/CRS84", "WGS 84 (CRS84)", AxisOrder.LongitudeLatitude, Identity);

    /// <summary>Web Mercator.</summary>
    public static readonly CoordinateReferenceSystem Mercator = new(
        UriOf(3857), "WGS 84 / Pseudo-Mercator", AxisOrder.EastingNorthing, WebMercator.Projection);

    /// <summary>All of them, CRS84 first.</summary>
    public static readonly ImmutableArray<CoordinateReferenceSystem> All =
    [
        Crs84,
        new(UriOf(4326), "WGS 84", AxisOrder.LatitudeLongitude, Identity),
        Mercator,
        new(UriOf(4756), "VN-2000", AxisOrder.LatitudeLongitude, Vn2000.OfDegrees()),
        .. Vn2000.Zones.Select(zone => new CoordinateReferenceSystem(
            UriOf(zone.Code),
            zone.Name,
            AxisOrder.EastingNorthing,
            Vn2000.OfZone(zone.Name, zone.MeridianDegrees, zone.Scale))),
    ];

    private static readonly FrozenDictionary<string, CoordinateReferenceSystem> ByUri =
        All.ToFrozenDictionary(system => system.Uri, StringComparer.Ordinal);

    /// <summary>The system that a URI names.</summary>
    public static bool TryFind(string uri, [NotNullWhen(true)] out CoordinateReferenceSystem? system) =>
        ByUri.TryGetValue(uri, out system);

    private static string UriOf(int code) => Epsg + code.ToString(CultureInfo.InvariantCulture);
}
