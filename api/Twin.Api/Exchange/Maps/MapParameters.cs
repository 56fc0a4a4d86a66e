using Twin.Api.Requests;

namespace Twin.Api.Exchange.Maps;

/// <summary>The query parameters of map files.</summary>
internal static class MapParameters
{
    /// <summary>The widest strip that can be filled, in meters.</summary>
    public const long MaxToleranceMeters = 1_000;

    /// <summary>How wide a strip is filled where nobody says, in meters.</summary>
    public const long DefaultToleranceMeters = 5;

    public static readonly QueryParameter Date = new(
        "date", "A day on which the units of the file stand; today by default.")
    {
        Format = "date",
        Example = "2025-07-01",
    };

    public static readonly QueryParameter Tolerance = new(
        "tolerance", "How wide a strip between neighbors may be to be filled, in meters, 0 to 1000; 5 by default.")
    {
        IsInteger = true,
    };

    public static readonly QueryParameter Answer = new(
        "answer", "With dryRun: the report, or what the map would be, as GeoJSON; report by default.")
    {
        Values = ["report", "map"],
    };

    public static readonly QueryParameter FirstDay = new(
        "date", "The first day of places whose features do not say theirs; today by default.")
    {
        Format = "date",
        Example = "2025-07-01",
    };

    public static readonly QueryParameter EndMissing = new(
        "endMissing", "Whether places of the layer that are not in the file end on that day; false by default.")
    {
        Values = ["true", "false"],
    };

    public static readonly QueryParameter Format = new("format", "The form of the file; geojson by default.")
    {
        Values = ["geojson", "geojsonseq", "csv", "geopackage", "shapefile"],
    };

    public static readonly QueryParameter Crs = new(
        "crs", "The reference system of the file; CRS84 by default. The form geojsonseq has no other.")
    {
        Example = "EPSG:3405",
    };
}
