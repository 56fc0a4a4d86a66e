using System.ComponentModel.DataAnnotations;

namespace Twin.Embedded;

/// <summary>Limits of the embedded grain host. Validated at start.</summary>
public sealed class EmbeddedGrainOptions
{
    /// <summary>
    /// How long a caller waits for an answer before its call fails with <see cref="TimeoutException"/>; the grain goes
    /// on. 10 ms to 1 day; default 30 s. Checked 16 times in that span, so a call may wait up to a sixteenth longer;
    /// with more than some 200,000 activations, up to 50 times as long as it takes to look at them all.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Requests that may wait in one activation's mailbox; further calls are refused at once with
    /// <see cref="Orleans.Runtime.LimitExceededException"/>. 1 to 10,000,000; default 10,000.
    /// </summary>
    [Range(1, 10_000_000)]
    public int MailboxCapacity { get; set; } = 10_000;

    /// <summary>Idle time after which an activation is collected. 1 s to 365 days; default 2 hours.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How often idle activations are looked for. 100 ms to 1 day; default 1 minute.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan CollectionQuantum { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Activations that may live at once; a call that would need one more is refused with
    /// <see cref="Orleans.Runtime.LimitExceededException"/>. At least 1; <see langword="null"/>, the default, is no
    /// limit.
    /// </summary>
    [Range(1, int.MaxValue)]
    public int? MaxActivations { get; set; }

    /// <summary>
    /// Time after which the token of <c>OnActivateAsync</c> is cancelled. 1 ms to 1 hour; default 30 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan ActivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Time after which the token of <c>OnDeactivateAsync</c> is cancelled; a second later the activation is dropped.
    /// Stopping the host waits as long for all activations. 1 ms to 1 hour; default 30 s.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Turns that one activation runs before it yields its thread to others. 1 to 100,000; default 64.
    /// </summary>
    [Range(1, 100_000)]
    public int TurnsPerDispatch { get; set; } = 64;

    /// <summary>
    /// A turn that holds its thread longer than this is logged and counted. 1 ms to 1 hour; default 200 ms.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "01:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan SlowTurnThreshold { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// The shortest period of a reminder; shorter ones are refused. 1 ms to 1 day; default 1 minute.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan MinimumReminderPeriod { get; set; } = TimeSpan.FromMinutes(1);
}
