using System.Net;
using Microsoft.AspNetCore.Http;
using Twin.Model;

namespace Twin.Api.Hosting;

/// <summary>
/// Keeps the silo on this machine until it can tell who is asking. Pure; the silo asks before it opens a socket.
/// </summary>
public static class ListenGuard
{
    private const string Hint =
        "Listen on http://127.0.0.1:8080, http://[::1]:8080 or http://localhost:8080, and let an authenticating "
        + "reverse proxy on this machine face the network.";

    /// <summary>
    /// Says why the addresses may not be listened on, or <c>null</c> when they may.
    /// </summary>
    /// <param name="urls">Addresses as ASP.NET Core takes them, separated by semicolons.</param>
    public static Refusal? Check(string? urls)
    {
        var addresses = (urls ?? string.Empty).Split(
            ';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (addresses.Length == 0)
        {
            return new Refusal("invalid_address", "There is no address to listen on.", Hint);
        }

        foreach (var address in addresses)
        {
            if (Check(Parse(address), address) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private static Refusal? Check(BindingAddress? binding, string address)
    {
        if (binding is null || binding.IsUnixPipe || binding.IsNamedPipe)
        {
            return new Refusal("invalid_address", $"'{address}' is not an http address with a port.", Hint);
        }

        // Any other name than localhost binds to every interface, whatever it resolves to.
        return IsLoopback(binding.Host)
            ? null
            : new Refusal(
                "forbidden",
                $"'{address}' can be reached from other machines, and nothing here knows yet who is asking: anyone "
                + "could read and report figures.",
                Hint);
    }

    /// <summary>Whether a host, as it stands in an address or a Host header, is this machine and no other.</summary>
    internal static bool IsLoopback(string host)
    {
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        var bare = host is ['[', .., ']'] ? host[1..^1] : host;
        return IPAddress.TryParse(bare, out var ip) && IPAddress.IsLoopback(ip);
    }

    private static BindingAddress? Parse(string address)
    {
        try
        {
            return BindingAddress.Parse(address);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
