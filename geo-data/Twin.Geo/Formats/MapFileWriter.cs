using System.Text;
using Twin.Geo.Coordinates;

namespace Twin.Geo.Formats;

/// <summary>Writes features to a map file of any of the forms. Stateless.</summary>
public static class MapFileWriter
{
    /// <summary>The extension of a form's files; a shapefile is a zip.</summary>
    public static string ExtensionOf(MapFormat format) => format switch
    {
        MapFormat.GeoJson => ".geojson",
        MapFormat.GeoJsonSequence => ".geojsons",
        MapFormat.Csv => ".csv",
        MapFormat.GeoPackage => ".gpkg",
        _ => ".zip",
    };

    /// <summary>The media type of a form.</summary>
    public static string MediaTypeOf(MapFormat format) => format switch
    {
        MapFormat.GeoJson => "application/geo+json",
        MapFormat.GeoJsonSequence => "application/geo+json-seq",
        MapFormat.Csv => "text/csv",
        MapFormat.GeoPackage => "application/geopackage+sqlite3",
        _ => "application/zip",
    };

    /// <summary>Writes features of CRS84.</summary>
    /// <param name="format">The form.</param>
    /// <param name="features">The features.</param>
    /// <param name="layer">What the table of a GeoPackage, or a shapefile, is called.</param>
    /// <param name="crs">The reference system to write them in; the forms of GeoJSON other than CRS84 say it.</param>
    /// <param name="output">Where to.</param>
    public static void Write(
        MapFormat format,
        IReadOnlyList<GeoJsonFeature> features,
        string layer,
        CoordinateReferenceSystem crs,
        Stream output)
    {
        GeoJsonFeature[] carried =
        [
            .. features.Select(feature => feature.Geometry is { } geometry
                ? feature with { Geometry = MapCoordinates.FromCrs84(geometry, crs) }
                : feature),
        ];
        switch (format)
        {
            case MapFormat.GeoJson:
                output.Write(GeoJsonFeatureWriter.Write(carried, IsCrs84(crs) ? null : Urn(crs)));
                break;
            case MapFormat.GeoJsonSequence when IsCrs84(crs):
                GeoJsonFeatureWriter.WriteSequence(carried, output);
                break;
            case MapFormat.GeoJsonSequence:
                throw new MapFileException(
                    "unknown_crs", "GeoJSON text sequences are in CRS84.", "Choose CRS84 or another form.");
            case MapFormat.Csv:
                using (var text = new StreamWriter(output, new UTF8Encoding(true), leaveOpen: true))
                {
                    CsvMapWriter.Write(carried, text);
                }

                break;
            case MapFormat.GeoPackage:
                WriteGeoPackage(carried, layer, crs, output);
                break;
            default:
                ShapefileWriter.Write(carried, layer, crs, output);
                break;
        }
    }

    private static bool IsCrs84(CoordinateReferenceSystem crs) =>
        ReferenceEquals(crs, CoordinateReferenceSystems.Crs84);

    private static string Urn(CoordinateReferenceSystem crs) =>
        "urn:ogc:def:crs:EPSG::" + crs.Uri[(crs.Uri.LastIndexOf('/') + 1)..];

    // SQLite writes files, not streams.
    private static void WriteGeoPackage(
        GeoJsonFeature[] features, string layer, CoordinateReferenceSystem crs, Stream output)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            GeoPackageWriter.Write(path, features, layer, crs);
            using var file = File.OpenRead(path);
            file.CopyTo(output);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
