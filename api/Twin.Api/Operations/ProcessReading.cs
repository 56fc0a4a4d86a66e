namespace Twin.Api.Operations;

/// <summary>How the process is. Counts and times are from its start.</summary>
internal sealed record ProcessReading
{
    /// <summary>When it was started, in UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Processors that it may use.</summary>
    public required int Processors { get; init; }

    /// <summary>Processor time that it took, in seconds.</summary>
    public required double CpuSeconds { get; init; }

    /// <summary>Memory of the process, in bytes.</summary>
    public required long WorkingSetBytes { get; init; }

    /// <summary>Managed memory as of the last collection, in bytes.</summary>
    public required long HeapBytes { get; init; }

    /// <summary>Time for which the collector stopped everything, in seconds.</summary>
    public required double CollectorPauseSeconds { get; init; }

    /// <summary>Threads of the pool.</summary>
    public required int PoolThreads { get; init; }

    /// <summary>Work that waits for a thread of the pool.</summary>
    public required long PoolQueue { get; init; }
}
