using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Twin.Api.Json;
using Twin.Api.Problems;
using Twin.Model;
using Twin.Model.Cities;

namespace Twin.Api.Cities;

/// <summary>Reads a change out of the body of a request.</summary>
internal static class CityChangeReader
{
    // The payload and what stands around it; a character can take three bytes.
    private const long MaxBodyBytes = (3L * CityChange.MaxPayloadLength) + (64 << 10);

    private static readonly Refusal TooLarge = new(
        ProblemCodes.TooLarge, "The payload is larger than is taken in one change.", "Send it in parts.");

    /// <summary>The body, or why it cannot be read.</summary>
    public static async Task<(CityChangeRequest? Request, Refusal? Refusal)> ReadAsync(
        HttpRequest request, CancellationToken cancellationToken)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var mediaType)
            || !mediaType.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
        {
            return (null, new Refusal(
                ProblemCodes.UnsupportedMediaType,
                $"The media type '{Refusals.Shown(request.ContentType ?? string.Empty)}' is not supported.",
                "Send Content-Type: application/json."));
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = MaxBodyBytes;
        }

        try
        {
            var read = await JsonSerializer.DeserializeAsync(
                request.Body, ApiJson.Default.CityChangeRequest, cancellationToken);
            return read is null ? (null, NoObject("null")) : (read, null);
        }
        catch (JsonException exception)
        {
            return (null, NoObject(exception.Path ?? "$"));
        }
    }

    /// <summary>The change that a body asks for, of the kind that it names, or why it cannot be.</summary>
    public static bool TryDraft(
        CityChangeRequest request,
        [NotNullWhen(true)] out CityChangeDraft? draft,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        draft = null;
        refusal = CheckKind(request);
        return refusal is null
            && TryDraft(request, request.Kind!, request.Payload!.Value.GetRawText(), null, out draft, out refusal);
    }

    /// <summary>The change of a kind that the path names; the body has neither kind nor payload.</summary>
    public static bool TryDraft(
        CityChangeRequest request,
        string kind,
        string payload,
        [NotNullWhen(true)] out CityChangeDraft? draft,
        [NotNullWhen(false)] out Refusal? refusal) =>
        TryDraft(request, kind, payload, null, out draft, out refusal);

    /// <summary>The undo of a change.</summary>
    public static bool TryDraftUndo(
        CityChangeRequest request,
        long undoes,
        [NotNullWhen(true)] out CityChangeDraft? draft,
        [NotNullWhen(false)] out Refusal? refusal) =>
        TryDraft(request, CityChange.UndoKind, "{}", undoes, out draft, out refusal);

    private static bool TryDraft(
        CityChangeRequest request,
        string kind,
        string payload,
        long? undoes,
        [NotNullWhen(true)] out CityChangeDraft? draft,
        [NotNullWhen(false)] out Refusal? refusal)
    {
        var by = Text(request.By);
        var reason = Text(request.Reason);
        refusal = CheckText("by", by, CityChange.MaxByLength, "Say who makes the change.")
            ?? CheckText("reason", reason, CityChange.MaxReasonLength, "Say why, such as the number of the resolution.")
            ?? (payload.Length <= CityChange.MaxPayloadLength ? null : TooLarge);
        draft = refusal is null
            ? new CityChangeDraft(kind, by, reason, payload, undoes, request.Revision, request.DryRun)
            : null;
        return draft is not null;
    }

    private static Refusal? CheckKind(CityChangeRequest request)
    {
        if (request.Kind is null or "" or CityChange.UndoKind)
        {
            return Invalid(
                "kind", request.Kind ?? string.Empty, "Name a kind; an undo goes to /v1/city/changes/{sequence}/undo.");
        }

        return request.Payload is { ValueKind: JsonValueKind.Object }
            ? null
            : Invalid("payload", $"{request.Payload?.ValueKind}", "Send an object of the kind's shape.");
    }

    private static Refusal? CheckText(string name, string text, int maxLength, string hint) =>
        text.Length >= 1 && text.Length <= maxLength && !text.Any(char.IsControl)
            ? null
            : Invalid(name, text, string.Create(CultureInfo.InvariantCulture, $"{hint} 1 to {maxLength} characters."));

    private static string Text(string? text) => (text ?? string.Empty).Trim().Normalize(NormalizationForm.FormC);

    private static Refusal Invalid(string name, string value, string hint) => new(
        ProblemCodes.InvalidParameter, $"The member '{name}' cannot be '{Refusals.Shown(value)}'.", hint);

    private static Refusal NoObject(string place) => new(
        ProblemCodes.InvalidJson,
        $"The body is not a change: it cannot be read at {Refusals.Shown(place)}.",
        "Send {\"kind\", \"by\", \"reason\", \"payload\", \"dryRun\", \"revision\"}.");
}
