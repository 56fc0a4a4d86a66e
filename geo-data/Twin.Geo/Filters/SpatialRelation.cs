namespace Twin.Geo.Filters;

/// <summary>How two geometries can lie to each other (OGC 21-065r2, table 7).</summary>
internal enum SpatialRelation
{
    Intersects,
    Equals,
    Disjoint,
    Touches,
    Within,
    Overlaps,
    Crosses,
    Contains,
}
