namespace Twin.Model.Places;

/// <summary>The kinds of geometry that places have, by their codes in well-known binary.</summary>
public enum PlaceGeometryKind
{
    /// <summary>None of these.</summary>
    Unknown = 0,

    /// <summary>A point.</summary>
    Point = 1,

    /// <summary>A line.</summary>
    LineString = 2,

    /// <summary>A polygon.</summary>
    Polygon = 3,

    /// <summary>Several points.</summary>
    MultiPoint = 4,

    /// <summary>Several lines.</summary>
    MultiLineString = 5,

    /// <summary>Several polygons.</summary>
    MultiPolygon = 6,
}
