using System.ComponentModel.DataAnnotations;

namespace Twin.Api.Webhooks;

/// <summary>How subscribers are told over HTTP.</summary>
public sealed class WebhookOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Webhooks";

    /// <summary>
    /// Whether a target may be an address of this machine or of a private network. Off, because a subscriber names the
    /// target and the program calls it from inside.
    /// </summary>
    public bool AllowPrivateTargets { get; set; }

    /// <summary>How long one delivery may take, 1 s to 2 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:02:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}
