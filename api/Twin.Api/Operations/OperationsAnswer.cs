using System.Collections.Immutable;
using Twin.Model.Operations;

namespace Twin.Api.Operations;

/// <summary>What an operator looks at: the process, the log and the grains, at one moment.</summary>
internal sealed record OperationsAnswer
{
    /// <summary>When it was read. Rates are differences of two readings.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Whether the twin answers, and what it is doing if not.</summary>
    public required HealthReading Health { get; init; }

    /// <summary>The process.</summary>
    public required ProcessReading Process { get; init; }

    /// <summary>The last sequence number in the log that is durable.</summary>
    public required long LogHead { get; init; }

    /// <summary>The dashboard of the host of the grains, where it has one of its own.</summary>
    public required string? Dashboard { get; init; }

    /// <summary>The grain classes.</summary>
    public required ImmutableArray<GrainClassReading> Classes { get; init; }

    /// <summary>The grains that did most in the last seconds, the busiest first.</summary>
    public required ImmutableArray<BusyGrainReading> Busiest { get; init; }

    /// <summary>The latest slow turns and failures, the latest first.</summary>
    public required ImmutableArray<GrainIncidentReading> Incidents { get; init; }
}
