using System.ComponentModel.DataAnnotations;

namespace Twin.Api.Hosting;

/// <summary>The limits of the API.</summary>
public sealed class TwinApiOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Api";

    /// <summary>Where the page's built files are; by default <c>wwwroot</c> beside the program.</summary>
    [Required]
    public string PageDirectory { get; set; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>The largest body of a report as it comes over the wire, in bytes; 64 MiB by default.</summary>
    [Range(1_024, 1_073_741_824)]
    public long MaxBodyBytes { get; set; } = 64L << 20;

    /// <summary>The largest body of a report once inflated, in bytes; 512 MiB by default.</summary>
    [Range(1_024, 8_589_934_592)]
    public long MaxInflatedBytes { get; set; } = 512L << 20;

    /// <summary>
    /// The largest JSON document, in bytes; 32 MiB by default. It is held in memory whole; NDJSON and CSV are not.
    /// </summary>
    [Range(1_024, 1_073_741_824)]
    public int MaxJsonBytes { get; set; } = 32 << 20;

    /// <summary>The longest line of NDJSON or CSV, in bytes; 1 MiB by default. Longer ones are rejected rows.</summary>
    [Range(256, 67_108_864)]
    public int MaxLineBytes { get; set; } = 1 << 20;

    /// <summary>The most observations in one report; 1,000,000 by default.</summary>
    [Range(1, 10_000_000)]
    public int MaxObservations { get; set; } = 1_000_000;

    /// <summary>
    /// The largest file to import, in bytes; 512 MiB by default. It is kept on disk while it is read.
    /// </summary>
    [Range(1_024, 4_294_967_296)]
    public long MaxImportBytes { get; set; } = 512L << 20;

    /// <summary>The most observations in one imported file; 4,000,000 by default: a city's year.</summary>
    [Range(1, 10_000_000)]
    public int MaxImportObservations { get; set; } = 4_000_000;

    /// <summary>The most rejected rows that an answer lists; all are counted. 1,000 by default.</summary>
    [Range(1, 100_000)]
    public int MaxRejectedListed { get; set; } = 1_000;

    /// <summary>The most reports taken in at once; one more is refused with 429. 64 by default.</summary>
    [Range(1, 10_000)]
    public int MaxConcurrentReports { get; set; } = 64;

    /// <summary>
    /// The most observations of unfinished reports held in memory; 4,000,000 by default, some 320 MB.
    /// </summary>
    [Range(1, 100_000_000)]
    public int MaxObservationsInFlight { get; set; } = 4_000_000;

    /// <summary>The most grain calls that one request has open at once; 64 by default.</summary>
    [Range(1, 10_000)]
    public int MaxGrainCalls { get; set; } = 64;

    /// <summary>How long a read waits for <c>minSequence</c>; 5 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00")]
    public TimeSpan SequenceWait { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The most clients on the event stream; one more is refused with 503. 1,000 by default.</summary>
    [Range(1, 100_000)]
    public int MaxSubscribers { get; set; } = 1_000;

    /// <summary>
    /// The most events waiting for one client; one that falls further behind is reset. 256 by default.
    /// </summary>
    [Range(1, 100_000)]
    public int MaxEventsPerSubscriber { get; set; } = 256;

    /// <summary>The most events kept for clients that come back; 4,096 by default.</summary>
    [Range(1, 1_000_000)]
    public int MaxEventsKept { get; set; } = 4_096;

    /// <summary>The most bytes of events kept for clients that come back; 16 MiB by default.</summary>
    [Range(1_024, 1_073_741_824)]
    public long MaxEventBytesKept { get; set; } = 16L << 20;

    /// <summary>
    /// How often vessels that moved are told to those who watch them, each vessel once; 250 ms by default.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan PositionPace { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The most moves of vessels kept for clients that come back; 100,000 by default.</summary>
    [Range(1, 10_000_000)]
    public int MaxPositionsKept { get; set; } = 100_000;

    /// <summary>
    /// The most queries of features answered at once; one more is refused with 429. A quarter of the places is for
    /// clients that have none inside. 64 by default.
    /// </summary>
    [Range(1, 10_000)]
    public int MaxConcurrentQueries { get; set; } = 64;

    /// <summary>
    /// The most vector tiles kept for each tree of units, some 10 KB each; 4,096 by default. With 0 each is made anew.
    /// </summary>
    [Range(0, 1_000_000)]
    public int MaxTilesKept { get; set; } = 4_096;

    /// <summary>How often a silent event stream shows that it lives; 15 s by default.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Heartbeat { get; set; } = TimeSpan.FromSeconds(15);
}
