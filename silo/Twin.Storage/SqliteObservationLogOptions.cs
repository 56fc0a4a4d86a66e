using System.ComponentModel.DataAnnotations;

namespace Twin.Storage;

/// <summary>Where the observation log is, and its limits. Validated at start.</summary>
public sealed class SqliteObservationLogOptions : ObservationLogOptions
{
    /// <summary>
    /// The database file; its directory is made when it is missing. SQLite keeps <c>-wal</c> and <c>-shm</c> files
    /// beside it, we a <c>.lock</c> file. Default <c>data/observations.db</c> below the working directory.
    /// </summary>
    [Required]
    public string Path { get; set; } = System.IO.Path.Combine("data", "observations.db");

    /// <summary>
    /// How long a commit waits for another program that has locked the file, such as a backup. 0 to 1 minute; default 5
    /// s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan BusyTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The largest the database file may grow; appends fail beyond, as on a full disk. 64 KiB to 16 TiB; default 256
    /// GiB.
    /// </summary>
    [Range(64L * 1024, 16L * 1024 * 1024 * 1024 * 1024)]
    public long MaxFileBytes { get; set; } = 256L * 1024 * 1024 * 1024;

    /// <summary>
    /// Pages of 4 KiB in the write-ahead log after which a commit moves them into the database file. More means fewer,
    /// longer pauses and a longer recovery. 16 to 1,000,000; default 4,096 (16 MiB).
    /// </summary>
    [Range(16, 1_000_000)]
    public int CheckpointPages { get; set; } = 4096;
}
