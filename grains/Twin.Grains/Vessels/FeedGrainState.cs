using System.Collections.Immutable;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>What is kept of a feed.</summary>
[GenerateSerializer, Alias("twin.FeedGrainState")]
internal sealed class FeedGrainState
{
    /// <summary>When something last came, up to <see cref="FeedGrain.KeepEvery"/> ago.</summary>
    [Id(0)]
    public DateTimeOffset? LastSeen { get; set; }

    /// <summary>The outages that are over.</summary>
    [Id(1)]
    public ImmutableArray<FeedOutage> Outages { get; set; } = [];

    /// <summary>How many reports had each verdict.</summary>
    [Id(2)]
    public ImmutableArray<long> Verdicts { get; set; } = [];

    /// <summary>How many lines were refused.</summary>
    [Id(3)]
    public long Refused { get; set; }

    /// <summary>Why the last of them was.</summary>
    [Id(4)]
    public string? LastRefusal { get; set; }

    /// <summary>How often something went wrong with a connection.</summary>
    [Id(5)]
    public long Errors { get; set; }

    /// <summary>What it was the last time.</summary>
    [Id(6)]
    public string? LastError { get; set; }

    /// <summary>When that was.</summary>
    [Id(7)]
    public DateTimeOffset? LastErrorAt { get; set; }

    /// <summary>The time of the youngest report, up to <see cref="FeedGrain.KeepEvery"/> ago.</summary>
    [Id(8)]
    public DateTimeOffset? Newest { get; set; }
}
