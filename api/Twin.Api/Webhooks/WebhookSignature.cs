using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Twin.Api.Webhooks;

/// <summary>
/// Signs a body: <c>t=1732600000,v1=…</c>, the second being HMAC-SHA256 over <c>t.body</c> in lower-case hex. The time
/// is in it, so that a body that somebody overheard cannot be sent again later. Pure.
/// </summary>
internal static class WebhookSignature
{
    /// <summary>The header.</summary>
    public const string Header = "Twin-Signature";

    /// <summary>The value of the header.</summary>
    public static string Sign(string secret, string body, DateTimeOffset at)
    {
        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{seconds}.{body}"));
        return $"t={seconds},v1={Convert.ToHexStringLower(hash)}";
    }
}
