using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using Twin.Api.Vessels;

namespace Twin.Api.Feeds;

/// <summary>A receiver to connect to.</summary>
/// <param name="Feed">The code of its feed.</param>
/// <param name="Host">Its name or address.</param>
/// <param name="Port">Its port.</param>
internal sealed record FeedAddress(string Feed, string Host, int Port)
{
    /// <summary>Reads an address to listen on; empty text is none, which is no error.</summary>
    public static bool TryParseEndPoint(string text, out IPEndPoint? endPoint)
    {
        endPoint = null;
        // IPEndPoint takes a bare address too, and listens on any port then.
        return text.Length == 0
            || (HasPort(text) && IPEndPoint.TryParse(text, out endPoint));
    }

    /// <summary>Reads a list such as <c>ais-do-son=10.0.0.5:10110;ais-cat-ba=receiver.example:10110</c>.</summary>
    public static bool TryParseList(string text, [NotNullWhen(true)] out IReadOnlyList<FeedAddress>? addresses)
    {
        addresses = null;
        var found = new List<FeedAddress>();
        foreach (var entry in text.Split(
            ';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (Parse(entry) is not { } address
                || found.Exists(one => string.Equals(one.Feed, address.Feed, StringComparison.Ordinal)))
            {
                return false;
            }

            found.Add(address);
        }

        addresses = found;
        return true;
    }

    private static FeedAddress? Parse(string entry)
    {
        var sign = entry.IndexOf('=', StringComparison.Ordinal);
        var colon = entry.LastIndexOf(':');
        if (sign < 1 || colon <= sign + 1 || !VesselParameters.IsFeed(entry[..sign])
            || !ushort.TryParse(entry[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || port == 0)
        {
            return null;
        }

        var host = entry[(sign + 1)..colon].Trim('[', ']');
        return Uri.CheckHostName(host) is UriHostNameType.Unknown ? null : new FeedAddress(entry[..sign], host, port);
    }

    private static bool HasPort(string text) =>
        text.LastIndexOf(':') > text.LastIndexOf(']')
        && (text[0] == '[' || text.IndexOf(':', StringComparison.Ordinal) == text.LastIndexOf(':'));
}
