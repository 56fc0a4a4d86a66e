namespace Twin.Geo.Formats;

/// <summary>The forms of map files that are read and written.</summary>
public enum MapFormat
{
    /// <summary>GeoJSON (RFC 7946): one document.</summary>
    GeoJson,

    /// <summary>GeoJSON text sequences (RFC 8142), or one feature a line.</summary>
    GeoJsonSequence,

    /// <summary>A table with a column of well-known text, or columns of longitude and latitude.</summary>
    Csv,

    /// <summary>OGC GeoPackage (12-128r18): a table of features in an SQLite file.</summary>
    GeoPackage,

    /// <summary>Shapefile (ESRI, July 1998): .shp, .dbf, .prj and .cpg, together in a zip.</summary>
    Shapefile,
}
