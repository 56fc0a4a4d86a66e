using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Twin.Api.Problems;
using Twin.Model;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels.Register;

/// <summary>
/// Entity tags of vessels: of what was entered, and not of where they are, so that a boat which reports does not keep
/// anybody from correcting its papers. Stateless.
/// </summary>
internal static class VesselTags
{
    private const string Hint = "GET the vessel, and send its ETag as If-Match, so that nobody's entry is lost.";

    /// <summary>That the vessel is not as it was seen.</summary>
    public static Refusal Stale { get; } = new(
        ProblemCodes.PreconditionFailed, "Somebody has entered the vessel otherwise since that ETag.", Hint);

    /// <summary>The tag of a vessel as it is in the register.</summary>
    public static string Of(Vessel vessel)
    {
        string?[] parts =
        [
            vessel.Id.Value,
            vessel.RegistrationNumber,
            vessel.Mmsi?.ToString(),
            vessel.ImoNumber?.ToString(CultureInfo.InvariantCulture),
            vessel.CallSign,
            vessel.Name,
            vessel.LengthMeters?.ToString("R", CultureInfo.InvariantCulture),
            vessel.HomeUnit?.Value,
            vessel.OwnerReference,
            vessel.Gear,
            Of(vessel.Registration),
            Of(vessel.Inspection),
            Of(vessel.Licence),
            vessel.Beacon?.Feed,
            Of(vessel.Beacon?.OnBoard),
        ];
        // A missing part and an empty one are not the same; no part holds a control character.
        var text = string.Join('\n', parts.Select(part => part is null ? "-" : $"+{part}"));
        return $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(..8))}\"";
    }

    /// <summary>
    /// Whether the sender of a request has seen a vessel as it is; who enters one that nobody has entered yet need not.
    /// </summary>
    public static Refusal? Check(HttpRequest request, Vessel? known)
    {
        var given = request.Headers.IfMatch.ToString();
        if (known is not { IsRegistered: true })
        {
            return given.Length == 0 ? null : Stale;
        }

        if (given.Length == 0)
        {
            return new Refusal(ProblemCodes.PreconditionRequired, "The header If-Match is missing.", Hint);
        }

        var tags = given.Split(',', StringSplitOptions.TrimEntries);
        return tags.Contains("*", StringComparer.Ordinal) || tags.Contains(Of(known), StringComparer.Ordinal)
            ? null
            : Stale;
    }

    private static string? Of(Validity? validity) => validity is { } days
        ? string.Create(CultureInfo.InvariantCulture, $"{days.From:yyyy-MM-dd}/{days.Until:yyyy-MM-dd}")
        : null;
}
