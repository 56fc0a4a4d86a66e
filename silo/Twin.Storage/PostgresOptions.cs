using System.ComponentModel.DataAnnotations;

namespace Twin.Storage;

/// <summary>Where everything is kept in PostgreSQL, and the limits of it. Validated at start.</summary>
public sealed class PostgresOptions : ObservationLogOptions
{
    /// <summary>
    /// The connection string, as Npgsql reads it: <c>Host=…;Database=…;Username=…;Password=…</c>. The database exists;
    /// the program makes its tables in it. It must lead to the server itself and not to a pooler that shares sessions.
    /// </summary>
    [Required]
    public string ConnectionString { get; set; } = string.Empty;

    /// <summary>
    /// Whether this silo owns the database, so that no other may work on it at the same time; default <c>false</c>. A
    /// silo that hears nothing of other silos' grains must.
    /// </summary>
    public bool IsOwner { get; set; }

    /// <summary>Connections that may read at the same time; further readings wait. 1 to 500; default 8.</summary>
    [Range(1, 500)]
    public int MaxReaders { get; set; } = 8;

    /// <summary>
    /// How long a write or a reading goes on trying while the server cannot be reached, before it is refused. A write
    /// whose commit was under way when the server was lost waits longer: until its outcome is known. 0 to 5 minutes;
    /// default 10 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:05:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan RetryTime { get; set; } = TimeSpan.FromSeconds(10);
}
