using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Twin.Api.Ogc;

/// <summary>Answers with an OGC document, as JSON or as a page for people that says the same.</summary>
internal static class OgcAnswer
{
    // As everywhere in the API: Vietnamese and links stay readable.
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The document in the encoding that is wanted.</summary>
    public static IResult Of(JsonObject document, bool isHtml, string mediaType = OgcMediaTypes.Json) => isHtml
        ? TypedResults.Content(OgcPage.Of(document), "text/html; charset=utf-8")
        : TypedResults.Content(document.ToJsonString(Options), mediaType);

    /// <summary>An array of links.</summary>
    public static JsonArray Links(params IEnumerable<JsonObject> links) => [.. links];
}
