namespace Twin.Geo.Filters;

/// <summary>How two times can lie to each other (OGC 21-065r2, table 10; Allen, CACM 26 (11), 1983).</summary>
internal enum TemporalRelation
{
    After,
    Before,
    Contains,
    Disjoint,
    During,
    Equals,
    FinishedBy,
    Finishes,
    Intersects,
    Meets,
    MetBy,
    OverlappedBy,
    Overlaps,
    StartedBy,
    Starts,
}
