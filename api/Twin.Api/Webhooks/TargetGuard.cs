using System.Net;
using System.Net.Sockets;

namespace Twin.Api.Webhooks;

/// <summary>
/// Tells public addresses from those that only this machine or its networks know (IANA special-purpose registries,
/// RFC 6890). Pure.
/// </summary>
internal static class TargetGuard
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/3",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    // Of IPv6 only global unicast is public, less what stands for IPv4 or for nobody.
    private static readonly IPNetwork Global = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork[] NotGlobal =
        [IPNetwork.Parse("2001::/23"), IPNetwork.Parse("2001:db8::/32"), IPNetwork.Parse("2002::/16")];

    /// <summary>Whether anybody on the Internet could call it.</summary>
    public static bool IsPublic(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.AddressFamily == AddressFamily.InterNetwork
            ? !Array.Exists(NotPublic, network => network.Contains(plain))
            : Global.Contains(plain) && !Array.Exists(NotGlobal, network => network.Contains(plain));
    }
}
