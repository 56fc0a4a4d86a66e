using System.ComponentModel.DataAnnotations;

namespace Twin.Storage;

/// <summary>The limits of an observation log's queue and commits, whatever it is kept in. Validated at start.</summary>
public abstract class ObservationLogOptions
{
    /// <summary>The most batches and claims that one commit takes together. 1 to 100,000; default 4,096.</summary>
    [Range(1, 100_000)]
    public int MaxBatchesPerCommit { get; set; } = 4096;

    /// <summary>
    /// The bytes of packed batches after which a commit takes no further one. 1 byte to 1 GiB; default 16 MiB.
    /// </summary>
    [Range(1, 1024 * 1024 * 1024)]
    public int MaxBytesPerCommit { get; set; } = 16 * 1024 * 1024;

    /// <summary>
    /// How long the writer waits at most for callers that it has just answered to come back, so that they share the
    /// next commit. 0 to 10 ms; default 50 µs.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:00.010", ParseLimitsInInvariantCulture = true)]
    public TimeSpan GatherTime { get; set; } = TimeSpan.FromMicroseconds(50);

    /// <summary>
    /// Batches and claims that may wait for their commit; more are refused at once. 1 to 10,000,000; default 100,000.
    /// </summary>
    [Range(1, 10_000_000)]
    public int QueueLimit { get; set; } = 100_000;

    /// <summary>
    /// Bytes of packed batches that may wait for their commit; more are refused at once, except that one batch of any
    /// size may wait alone. 1 byte to 64 GiB; default 256 MiB.
    /// </summary>
    [Range(1L, 64L * 1024 * 1024 * 1024)]
    public long QueueBytesLimit { get; set; } = 256L * 1024 * 1024;
}
