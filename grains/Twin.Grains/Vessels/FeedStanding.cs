using System.Collections.Immutable;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>A feed as it stands.</summary>
[GenerateSerializer, Immutable, Alias("twin.FeedStanding")]
public sealed record FeedStanding
{
    /// <summary>Its code.</summary>
    [Id(0)]
    public required string Feed { get; init; }

    /// <summary>When something last came.</summary>
    [Id(1)]
    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>When it was down.</summary>
    [Id(2)]
    public required FeedCondition Condition { get; init; }

    /// <summary>Reports a minute, over the last minutes.</summary>
    [Id(3)]
    public double ReportsPerMinute { get; init; }

    /// <summary>How many reports had each verdict since it was first heard, by the number of the verdict.</summary>
    [Id(4)]
    public ImmutableArray<long> Verdicts { get; init; } = [];

    /// <summary>How many lines were refused.</summary>
    [Id(5)]
    public long Refused { get; init; }

    /// <summary>Why the last of them was.</summary>
    [Id(6)]
    public string? LastRefusal { get; init; }

    /// <summary>How old reports are when they come, on average over the last minutes; <c>null</c> before any.</summary>
    [Id(7)]
    public TimeSpan? Lag { get; init; }

    /// <summary>How often something went wrong with a connection.</summary>
    [Id(8)]
    public long Errors { get; init; }

    /// <summary>What it was the last time.</summary>
    [Id(9)]
    public string? LastError { get; init; }

    /// <summary>When that was.</summary>
    [Id(10)]
    public DateTimeOffset? LastErrorAt { get; init; }

    /// <summary>The time of the youngest report: nothing is known of the sea that is younger.</summary>
    [Id(11)]
    public DateTimeOffset? Newest { get; init; }
}
