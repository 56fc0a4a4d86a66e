namespace Twin.Model.Operations;

/// <summary>A turn that was slow, or a call that failed.</summary>
public sealed record GrainIncidentReading
{
    /// <summary>When, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The name of the grain's class.</summary>
    public required string GrainClass { get; init; }

    /// <summary>The grain's key.</summary>
    public required string Key { get; init; }

    /// <summary>What ran.</summary>
    public required string Work { get; init; }

    /// <summary>For how long a slow turn held its thread; null for a failure.</summary>
    public double? ElapsedMilliseconds { get; init; }

    /// <summary>The type of the exception of a failure; null for a slow turn.</summary>
    public string? Failure { get; init; }
}
