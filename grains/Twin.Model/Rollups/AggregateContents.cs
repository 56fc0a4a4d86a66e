using System.Collections.Immutable;

namespace Twin.Model.Rollups;

/// <summary>
/// What an aggregate was made from, where its numbers alone cannot be combined: the values for a place in their order,
/// the members for a count of distinct ones. Travels beside the aggregate and is replaced with it. Immutable.
/// </summary>
public sealed class AggregateContents : IEquatable<AggregateContents>
{
    /// <summary>
    /// The most units that may report one indicator whose values travel: each is 8 bytes in every message that passes
    /// up, and in the slot of the unit above. A country's communes fit six times.
    /// </summary>
    public const int MaxValues = 65_536;

    // What a row without contents takes in memory; so many values or members weigh as much again.
    private const int WeighsARow = 8;

    private AggregateContents(
        ImmutableArray<double> values, ImmutableArray<string> present, ImmutableArray<string> absent) =>
        (Values, Present, Absent) = (values, present, absent);

    /// <summary>The values, in ascending order.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>The members that any unit has, in ordinal order.</summary>
    public ImmutableArray<string> Present { get; }

    /// <summary>The members that units named, and none has, in ordinal order.</summary>
    public ImmutableArray<string> Absent { get; }

    /// <summary>How many rows without contents weigh as much; what limits a message counts so.</summary>
    public int RowWeight => (Values.Length + Present.Length + Absent.Length) / WeighsARow;

    /// <summary>The contents of a place in an order.</summary>
    /// <param name="sorted">The values, in ascending order.</param>
    public static AggregateContents OfValues(ImmutableArray<double> sorted) => new(sorted, [], []);

    /// <summary>The contents of a count of distinct members.</summary>
    /// <param name="present">Those that any unit has, in ordinal order.</param>
    /// <param name="absent">Those that units named, and none has, in ordinal order.</param>
    public static AggregateContents OfMembers(ImmutableArray<string> present, ImmutableArray<string> absent) =>
        new([], present, absent);

    /// <inheritdoc/>
    public bool Equals(AggregateContents? other) => other is not null
        && Values.AsSpan().SequenceEqual(other.Values.AsSpan())
        && Present.AsSpan().SequenceEqual(other.Present.AsSpan())
        && Absent.AsSpan().SequenceEqual(other.Absent.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AggregateContents);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Values.Length, Present.Length, Absent.Length);
}
