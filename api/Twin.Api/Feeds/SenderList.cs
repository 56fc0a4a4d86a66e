using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Twin.Api.Feeds;

/// <summary>Who may send: networks, each address a network of one. Safe for any number of threads.</summary>
internal sealed class SenderList
{
    private readonly IPNetwork[] _networks;

    private SenderList(IPNetwork[] networks) => _networks = networks;

    /// <summary>Reads a list such as <c>127.0.0.1,10.0.0.0/24</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SenderList? list)
    {
        list = null;
        var networks = new List<IPNetwork>();
        foreach (var entry in text.Split(
            ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (IPAddress.TryParse(entry, out var address))
            {
                networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            }
            else if (IPNetwork.TryParse(entry, out var network))
            {
                networks.Add(network);
            }
            else
            {
                return false;
            }
        }

        list = new SenderList([.. networks]);
        return true;
    }

    /// <summary>Whether an address may send.</summary>
    public bool Allows(IPAddress address) => Array.Exists(_networks, network => network.Contains(Plain(address)));

    /// <summary>An IPv4 address as itself, also where a socket of IPv6 took it.</summary>
    public static IPAddress Plain(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
}
