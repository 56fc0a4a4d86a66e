using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Twin.Api.Problems;
using Twin.Geo.Text;
using Twin.Model;

namespace Twin.Api.Observations;

/// <summary>What the headers of a report say.</summary>
/// <param name="Format">How the body is written.</param>
/// <param name="Charset">Its encoding; <c>null</c> for UTF-8, or whatever a byte order mark says.</param>
/// <param name="IsGzip">Whether it is compressed.</param>
/// <param name="IdempotencyKey">The key that makes it count once; <c>null</c> for none.</param>
/// <param name="Reporter">Who says that it comes from them; <c>null</c> for nobody.</param>
internal sealed record ReportHeaders(
    ReportFormat Format, Encoding? Charset, bool IsGzip, string? IdempotencyKey, string? Reporter)
{
    /// <summary>The header that makes a report count once.</summary>
    public const string IdempotencyKeyHeader = "Idempotency-Key";

    /// <summary>The header that names the reporter.</summary>
    public const string ReporterHeader = "X-Reporter";

    /// <summary>The longest idempotency key, in characters.</summary>
    public const int MaxKeyLength = 128;

    /// <summary>The longest name of a reporter, in characters.</summary>
    public const int MaxReporterLength = 200;

    private const string MediaTypeHint =
        "Send Content-Type: application/json, application/x-ndjson or text/csv, such as text/csv; charset=utf-8.";

    /// <summary>Reads the headers, or says why they are not accepted.</summary>
    public static bool TryRead(
        HttpRequest request,
        [NotNullWhen(true)] out ReportHeaders? headers,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        var mediaType = ReadMediaType(request, out var format, out var charset);
        var encoding = ReadEncoding(request, out var isGzip);
        var identity = ReadKey(request, out var key);
        var author = ReadReporter(request, out var reporter);
        refusal = mediaType ?? encoding ?? identity ?? author;
        headers = refusal is null ? new ReportHeaders(format, charset, isGzip, key, reporter) : null;
        return headers is not null;
    }

    /// <summary>Reads only who sends it and the key that makes it count once.</summary>
    public static bool TryReadIdentity(
        HttpRequest request, out string? key, out string? reporter, [NotNullWhen(false)] out Refusal? refusal)
    {
        var author = ReadReporter(request, out reporter);
        refusal = ReadKey(request, out key) ?? author;
        return refusal is null;
    }

    /// <summary>Why a name cannot be a reporter's; <c>null</c> when it can.</summary>
    public static Refusal? CheckReporter(string name) => name.Length <= MaxReporterLength && !name.Any(char.IsControl)
        ? null
        : new Refusal(
            ProblemCodes.InvalidHeader,
            $"The reporter cannot be '{Refusals.Shown(name)}'.",
            $"Use 1 to {MaxReporterLength} characters of plain text.");

    private static Refusal? ReadMediaType(HttpRequest request, out ReportFormat format, out Encoding? charset)
    {
        charset = null;
        format = ReportFormat.Json;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var mediaType))
        {
            return NotSupported(
                $"The media type '{Refusals.Shown(request.ContentType ?? string.Empty)}'", MediaTypeHint);
        }

        switch (mediaType.MediaType.ToString().ToLowerInvariant())
        {
            case "application/json":
                break;
            case "application/x-ndjson" or "application/ndjson" or "application/jsonl":
                format = ReportFormat.NdJson;
                break;
            case "text/csv" or "application/csv" or "text/tab-separated-values":
                format = ReportFormat.Csv;
                break;
            default:
                return NotSupported(
                    $"The media type '{Refusals.Shown(mediaType.MediaType.ToString())}'", MediaTypeHint);
        }

        var name = HeaderUtilities.RemoveQuotes(mediaType.Charset).ToString();
        if (name.Length == 0 || name.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        charset = VietnameseEncodings.Find(name);
        return charset is null
            ? NotSupported($"The charset '{Refusals.Shown(name)}'", LegacyEncodings.NamesHint)
            : null;
    }

    private static Refusal? ReadEncoding(HttpRequest request, out bool isGzip)
    {
        var encoding = request.Headers.ContentEncoding.ToString();
        isGzip = encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase)
            || encoding.Equals("x-gzip", StringComparison.OrdinalIgnoreCase);
        return isGzip || encoding.Length == 0 || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase)
            ? null
            : NotSupported($"The content encoding '{Refusals.Shown(encoding)}'", "Send gzip or none.");
    }

    private static Refusal? ReadKey(HttpRequest request, out string? key)
    {
        key = null;
        if (!request.Headers.TryGetValue(IdempotencyKeyHeader, out var values))
        {
            return null;
        }

        if (values is [{ Length: >= 1 and <= MaxKeyLength } single] && single.All(c => c is > ' ' and <= '~'))
        {
            key = single;
            return null;
        }

        return new Refusal(
            ProblemCodes.InvalidHeader,
            $"The {IdempotencyKeyHeader} cannot be '{Refusals.Shown(values.ToString())}'.",
            $"Send one key of 1 to {MaxKeyLength} visible ASCII characters.");
    }

    private static Refusal? ReadReporter(HttpRequest request, out string? reporter)
    {
        var value = StringValues.IsNullOrEmpty(request.Headers[ReporterHeader])
            ? string.Empty
            : request.Headers[ReporterHeader].ToString();
        var name = value.Trim().Normalize(NormalizationForm.FormC);
        reporter = name.Length == 0 ? null : name;
        return CheckReporter(name);
    }

    private static Refusal NotSupported(string what, string hint) =>
        new(ProblemCodes.UnsupportedMediaType, $"{what} is not supported.", hint);
}
