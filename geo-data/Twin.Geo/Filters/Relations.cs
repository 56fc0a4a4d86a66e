using NetTopologySuite.Geometries;

namespace Twin.Geo.Filters;

/// <summary>Whether geometries and times lie to each other as a relation says. Stateless.</summary>
internal static class Relations
{
    public static bool Holds(SpatialRelation relation, Geometry left, Geometry right) => relation switch
    {
        SpatialRelation.Intersects => left.Intersects(right),
        SpatialRelation.Equals => left.EqualsTopologically(right),
        SpatialRelation.Disjoint => left.Disjoint(right),
        SpatialRelation.Touches => left.Touches(right),
        SpatialRelation.Within => left.Within(right),
        SpatialRelation.Overlaps => left.Overlaps(right),
        SpatialRelation.Crosses => left.Crosses(right),
        _ => left.Contains(right),
    };

    public static bool Holds(TemporalRelation relation, FilterTime left, FilterTime right)
    {
        var (start, end) = (left.Start.CompareTo(right.Start), left.End.CompareTo(right.End));
        return relation switch
        {
            TemporalRelation.After => left.Start > right.End,
            TemporalRelation.Before => left.End < right.Start,
            TemporalRelation.Contains => start < 0 && end > 0,
            TemporalRelation.Disjoint => left.End < right.Start || left.Start > right.End,
            TemporalRelation.During => start > 0 && end < 0,
            TemporalRelation.Equals => start == 0 && end == 0,
            TemporalRelation.FinishedBy => start < 0 && end == 0,
            TemporalRelation.Finishes => start > 0 && end == 0,
            TemporalRelation.Intersects => left.End >= right.Start && left.Start <= right.End,
            TemporalRelation.Meets => left.End == right.Start,
            TemporalRelation.MetBy => left.Start == right.End,
            TemporalRelation.OverlappedBy => start > 0 && left.Start < right.End && end > 0,
            TemporalRelation.Overlaps => start < 0 && left.End > right.Start && end < 0,
            TemporalRelation.StartedBy => start == 0 && end > 0,
            _ => start == 0 && end < 0,
        };
    }
}
