using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Twin.Api.Problems;
using Twin.Model;

namespace Twin.Api.Requests;

/// <summary>Reads a small JSON body; what it cannot take it refuses like everything else.</summary>
internal static class JsonBody
{
    /// <summary>The most bytes of such a body, where nothing else is said.</summary>
    public const int MaxBytes = 64 * 1024;

    private const string Hint = "See /openapi/v1.json for the members and their types.";

    // The same options but for members that nobody reads: made once for each, for they hold what they learn of types.
    private static readonly ConditionalWeakTable<JsonSerializerOptions, JsonSerializerOptions> StrictOptions = [];

    /// <summary>The body, or why it is refused: one of the two.</summary>
    public static Task<(T? Body, Refusal? Refusal)> ReadAsync<T>(
        HttpContext context, CancellationToken cancellationToken)
        where T : class => ReadAsync<T>(context, MaxBytes, cancellationToken);

    /// <summary>The same of a body of at most so many bytes.</summary>
    public static async Task<(T? Body, Refusal? Refusal)> ReadAsync<T>(
        HttpContext context, int maxBytes, CancellationToken cancellationToken)
        where T : class
    {
        var request = context.Request;
        if (!request.HasJsonContentType())
        {
            return (null, new Refusal(
                ProblemCodes.UnsupportedMediaType,
                $"The media type '{Refusals.Shown(request.ContentType ?? string.Empty)}' is not supported.",
                "Send Content-Type: application/json."));
        }

        var buffer = new MemoryStream();
        var chunk = new byte[4096];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            await buffer.WriteAsync(chunk.AsMemory(0, read), cancellationToken);
            if (buffer.Length > maxBytes)
            {
                return (null, new Refusal(
                    ProblemCodes.TooLarge,
                    "The body is too large.",
                    FormattableString.Invariant($"Send at most {maxBytes} bytes.")));
            }
        }

        try
        {
            var lenient = context.RequestServices
                .GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
            var options = StrictOptions.GetValue(lenient, static known => new JsonSerializerOptions(known)
            {
                UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            });
            buffer.Position = 0;
            var body = await JsonSerializer.DeserializeAsync<T>(buffer, options, cancellationToken);
            return body is null ? (null, Invalid("The body is null.")) : (body, null);
        }
        catch (JsonException error)
        {
            return (null, Invalid($"The body cannot be read at '{Refusals.Shown(error.Path ?? "$")}'."));
        }
    }

    private static Refusal Invalid(string detail) => new(ProblemCodes.InvalidJson, detail, Hint);
}
