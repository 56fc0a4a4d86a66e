using System.Diagnostics;

namespace Twin.Api.Operations;

/// <summary>Reads how the process is. Thread-safe.</summary>
internal static class ProcessReader
{
    private static readonly DateTimeOffset StartedAt = ReadStart();

    /// <summary>A reading of now.</summary>
    public static ProcessReading Read() => new()
    {
        StartedAt = StartedAt,
        Processors = Environment.ProcessorCount,
        CpuSeconds = Environment.CpuUsage.TotalTime.TotalSeconds,
        WorkingSetBytes = Environment.WorkingSet,
        HeapBytes = GC.GetGCMemoryInfo(GCKind.Any).HeapSizeBytes,
        CollectorPauseSeconds = GC.GetTotalPauseDuration().TotalSeconds,
        PoolThreads = ThreadPool.ThreadCount,
        PoolQueue = ThreadPool.PendingWorkItemCount,
    };

    private static DateTimeOffset ReadStart()
    {
        using var process = Process.GetCurrentProcess();
        return new DateTimeOffset(process.StartTime).ToUniversalTime();
    }
}
