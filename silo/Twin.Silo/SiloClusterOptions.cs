using System.ComponentModel.DataAnnotations;

namespace Twin.Silo;

/// <summary>
/// How this silo is found by the others. Only a program built with <c>GrainRuntime=Orleans</c> reads these, and it
/// needs none of them while it is alone.
/// </summary>
public sealed class SiloClusterOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Cluster";

    /// <summary>The cluster: silos find one another in the same database under the same name.</summary>
    [RegularExpression("[A-Za-z0-9._-]{1,100}")]
    public string ClusterId { get; set; } = "twin";

    /// <summary>
    /// Whose the states of grains and the reminders in the database are. It stays the same when the cluster's name
    /// changes, or they are no longer found.
    /// </summary>
    [RegularExpression("[A-Za-z0-9._-]{1,100}")]
    public string ServiceId { get; set; } = "twin";

    /// <summary>
    /// The IP address at which the other silos reach this one, and the only one it listens on for them. Whoever reaches
    /// it can call every grain: any but a loopback address belongs in a private network.
    /// </summary>
    [RegularExpression("[0-9A-Fa-f.:]{2,45}")]
    public string Address { get; set; } = "127.0.0.1";

    /// <summary>The TCP port for the other silos; 0 takes a free one, which they read in the database.</summary>
    [Range(0, 65_535)]
    public int SiloPort { get; set; }

    /// <summary>
    /// The TCP port for programs that call grains from outside of the cluster; 0 for none: the API, which is in every
    /// silo, needs none.
    /// </summary>
    [Range(0, 65_535)]
    public int GatewayPort { get; set; }
}
