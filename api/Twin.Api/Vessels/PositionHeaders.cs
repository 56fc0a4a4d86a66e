using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Twin.Api.Problems;
using Twin.Model;

namespace Twin.Api.Vessels;

/// <summary>What the headers of positions say.</summary>
/// <param name="Format">How the body is written.</param>
/// <param name="IsGzip">Whether it is compressed.</param>
internal sealed record PositionHeaders(PositionFormat Format, bool IsGzip)
{
    private const string MediaTypeHint =
        "Send Content-Type: application/x-ndjson, text/csv, or text/plain for AIVDM sentences; in UTF-8.";

    /// <summary>Reads the headers, or says why they are not accepted.</summary>
    public static bool TryRead(
        HttpRequest request,
        [NotNullWhen(true)] out PositionHeaders? headers,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        headers = null;
        var encoding = request.Headers.ContentEncoding.ToString();
        var isGzip = encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase);
        if (!isGzip && encoding.Length > 0 && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            refusal = NotSupported($"The content encoding '{Refusals.Shown(encoding)}'", "Send gzip or none.");
            return false;
        }

        var isKnown = MediaTypeHeaderValue.TryParse(request.ContentType, out var mediaType);
        PositionFormat? format = isKnown ? FormatOf(mediaType!.MediaType.ToString()) : null; // Parsed.
        var charset = isKnown ? HeaderUtilities.RemoveQuotes(mediaType!.Charset).ToString() : string.Empty;
        if (format is null || (charset.Length > 0 && !IsUtf8(charset)))
        {
            refusal = NotSupported(
                $"The media type '{Refusals.Shown(request.ContentType ?? string.Empty)}'", MediaTypeHint);
            return false;
        }

        headers = new PositionHeaders(format.Value, isGzip);
        refusal = null;
        return true;
    }

    private static bool IsUtf8(string charset) =>
        charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        || charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase);

    private static PositionFormat? FormatOf(string mediaType) => mediaType.ToLowerInvariant() switch
    {
        "application/x-ndjson" or "application/ndjson" or "application/jsonl" => PositionFormat.NdJson,
        "text/csv" or "application/csv" or "text/tab-separated-values" => PositionFormat.Csv,
        "text/plain" => PositionFormat.Ais,
        _ => null,
    };

    private static Refusal NotSupported(string what, string hint) =>
        new(ProblemCodes.UnsupportedMediaType, $"{what} is not supported.", hint);
}
