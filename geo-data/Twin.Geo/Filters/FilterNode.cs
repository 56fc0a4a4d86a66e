using System.Collections.Immutable;

namespace Twin.Geo.Filters;

/// <summary>A part of a filter as it was written, before anybody knows whether it fits the properties.</summary>
/// <param name="Place">Where it stands: a character of a text, a path of JSON.</param>
internal abstract record FilterNode(string Place)
{
    /// <summary>A value: a text, number, flag, time or geometry.</summary>
    public sealed record Literal(string Place, object Value) : FilterNode(Place)
    {
        /// <summary>Whether it is a box, whose sides are as long as its numbers say.</summary>
        public bool IsBox { get; init; }
    }

    /// <summary>A property.</summary>
    public sealed record Property(string Place, string Name) : FilterNode(Place);

    /// <summary>An interval between two times; <c>null</c> for an open end.</summary>
    public sealed record Interval(string Place, FilterNode? Start, FilterNode? End) : FilterNode(Place);

    /// <summary>All of them, or any of them.</summary>
    public sealed record Logic(string Place, bool IsAll, ImmutableArray<FilterNode> Parts) : FilterNode(Place);

    /// <summary>The opposite.</summary>
    public sealed record Not(string Place, FilterNode Part) : FilterNode(Place);

    /// <summary>A comparison: =, &lt;&gt;, &lt;, &gt;, &lt;=, &gt;=.</summary>
    public sealed record Comparison(string Place, string Operator, FilterNode Left, FilterNode Right)
        : FilterNode(Place);

    /// <summary>A text and a pattern with % for any characters and _ for one.</summary>
    public sealed record Like(string Place, FilterNode Text, FilterNode Pattern) : FilterNode(Place);

    /// <summary>A value between two, both included.</summary>
    public sealed record Between(string Place, FilterNode Value, FilterNode Low, FilterNode High) : FilterNode(Place);

    /// <summary>One of several values.</summary>
    public sealed record In(string Place, FilterNode Value, ImmutableArray<FilterNode> Items) : FilterNode(Place);

    /// <summary>No value.</summary>
    public sealed record IsNull(string Place, FilterNode Value) : FilterNode(Place);

    /// <summary>How two geometries lie to each other.</summary>
    public sealed record Spatial(string Place, SpatialRelation Relation, FilterNode Left, FilterNode Right)
        : FilterNode(Place);

    /// <summary>How two times lie to each other.</summary>
    public sealed record Temporal(string Place, TemporalRelation Relation, FilterNode Left, FilterNode Right)
        : FilterNode(Place);

    /// <summary>Arithmetic: +, -, *, /, %, div, ^.</summary>
    public sealed record Arithmetic(string Place, string Operator, FilterNode Left, FilterNode Right)
        : FilterNode(Place);

    /// <summary>A text without regard to case, or to accents.</summary>
    public sealed record Fold(string Place, bool IsAccents, FilterNode Text) : FilterNode(Place);
}
