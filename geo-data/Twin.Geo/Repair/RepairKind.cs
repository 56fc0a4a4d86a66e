namespace Twin.Geo.Repair;

/// <summary>What can be wrong with shapes.</summary>
public enum RepairKind
{
    /// <summary>A ring that did not end where it began: it was closed.</summary>
    UnclosedRing,

    /// <summary>Points that repeat the one before: left out.</summary>
    DuplicatePoint,

    /// <summary>A ring without an inside, or a shape of nothing else: left out.</summary>
    Collapsed,

    /// <summary>
    /// An outer ring that ran clockwise or an inner one that did not (RFC 7946 §3.1.6): turned around.
    /// </summary>
    WrongWinding,

    /// <summary>A ring that crosses or touches itself: cut where it does.</summary>
    SelfIntersection,

    /// <summary>A hole outside its polygon: made a part of its own.</summary>
    HoleOutside,

    /// <summary>Parts of one shape that overlapped: joined.</summary>
    OverlappingParts,

    /// <summary>A shape across the antimeridian: cut there (RFC 7946 §3.1.9).</summary>
    Antimeridian,

    /// <summary>A shape without a point.</summary>
    Empty,

    /// <summary>A strip between neighbors, or over both, narrower than the tolerance: given to one of them.</summary>
    Sliver,

    /// <summary>Ground that two units of one level claim: given to the smaller.</summary>
    Overlap,

    /// <summary>Ground within the units that none claims, wider than the tolerance: left as it is.</summary>
    Gap,

    /// <summary>A unit and those below it that did not cover the same ground: made to.</summary>
    Nesting,
}
