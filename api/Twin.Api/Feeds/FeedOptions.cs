using System.ComponentModel.DataAnnotations;

namespace Twin.Api.Feeds;

/// <summary>
/// Feeds of positions over the network, beside those by HTTP. Without an address or a receiver there are none.
/// </summary>
public sealed class FeedOptions : IValidatableObject
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Feeds";

    /// <summary>
    /// The address on which senders of sentences or NDJSON lines connect by TCP, such as <c>127.0.0.1:10110</c>; empty
    /// for none.
    /// </summary>
    public string Tcp { get; set; } = string.Empty;

    /// <summary>The address on which datagrams of the same lines are taken; empty for none.</summary>
    public string Udp { get; set; } = string.Empty;

    /// <summary>
    /// Receivers to connect to, each with the code of its feed: <c>ais-do-son=10.0.0.5:10110;ais-cat-ba=…</c>; empty
    /// for none.
    /// </summary>
    public string Receivers { get; set; } = string.Empty;

    /// <summary>
    /// Who may send by TCP and UDP: addresses or networks, separated by commas. Only this machine, unless more are
    /// named: sentences carry no name and no password.
    /// </summary>
    [Required]
    public string Senders { get; set; } = "127.0.0.0/8,::1/128";

    /// <summary>The code of the feed of what comes by TCP.</summary>
    [RegularExpression("[A-Za-z0-9-]{1,32}")]
    public string TcpFeed { get; set; } = "ais-tcp";

    /// <summary>The code of the feed of what comes by UDP.</summary>
    [RegularExpression("[A-Za-z0-9-]{1,32}")]
    public string UdpFeed { get; set; } = "ais-udp";

    /// <summary>The most connections at once; one more is closed. Of UDP, the most senders told apart.</summary>
    [Range(1, 1_000)]
    public int MaxConnections { get; set; } = 64;

    /// <summary>The most connections of one address.</summary>
    [Range(1, 1_000)]
    public int MaxConnectionsPerAddress { get; set; } = 16;

    /// <summary>
    /// How long a connection may go without a whole line, 1 s to 1 h: one that sends nothing, or drop by drop, is
    /// closed.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest line, in bytes; of a longer one only that it came is told.</summary>
    [Range(128, 65_536)]
    public int MaxLineBytes { get; set; } = 1_024;

    /// <summary>After so many refused lines without a good one between a connection is closed.</summary>
    [Range(1, 1_000_000)]
    public int MaxBadLines { get; set; } = 1_000;

    /// <summary>
    /// The most lines of a feed that wait for the log; while there are as many, nothing more is read from its sockets.
    /// </summary>
    [Range(1, 1_000_000)]
    public int MaxWaiting { get; set; } = 20_000;

    /// <summary>How long a lost receiver is left alone at first, 100 ms to 1 min; twice as long each time.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan ReconnectAfter { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a lost receiver is left alone at most, 1 s to 1 h.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan ReconnectAtMost { get; set; } = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!FeedAddress.TryParseEndPoint(Tcp, out _))
        {
            yield return Wrong($"Feeds:Tcp '{Tcp}' is no address with a port, such as 127.0.0.1:10110.", nameof(Tcp));
        }

        if (!FeedAddress.TryParseEndPoint(Udp, out _))
        {
            yield return Wrong($"Feeds:Udp '{Udp}' is no address with a port, such as 127.0.0.1:10110.", nameof(Udp));
        }

        if (!FeedAddress.TryParseList(Receivers, out _))
        {
            yield return Wrong(
                $"Feeds:Receivers '{Receivers}' is no list such as ais-do-son=10.0.0.5:10110, each code once.",
                nameof(Receivers));
        }

        if (!SenderList.TryParse(Senders, out _))
        {
            yield return Wrong(
                $"Feeds:Senders '{Senders}' is no list of addresses or networks such as 10.0.0.0/24.", nameof(Senders));
        }

        if (ReconnectAtMost < ReconnectAfter)
        {
            yield return Wrong("Feeds:ReconnectAtMost is shorter than ReconnectAfter.", nameof(ReconnectAtMost));
        }
    }

    private static ValidationResult Wrong(string text, string member) => new(text, [member]);
}
