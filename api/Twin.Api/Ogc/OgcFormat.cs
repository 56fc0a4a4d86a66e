using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Twin.Api.Requests;

namespace Twin.Api.Ogc;

/// <summary>In which encodings an OGC resource can be had, and which one a request wants.</summary>
internal static class OgcFormat
{
    /// <summary>The word for JSON, GeoJSON included.</summary>
    public const string Json = "json";

    /// <summary>The word for HTML.</summary>
    public const string Html = "html";

    /// <summary>The media type of HTML.</summary>
    public const string HtmlMediaType = "text/html";

    /// <summary>The parameter that asks for one.</summary>
    public static readonly QueryParameter Parameter = new(
        "f", "The encoding; by default the one that the header Accept prefers, JSON where it prefers none.")
    {
        Values = [Json, Html],
        Example = Json,
    };

    /// <summary>Whether HTML is wanted: said by <c>f</c>, else by the header.</summary>
    public static bool IsHtml(QueryReader query, HttpRequest request) =>
        query.Choice(Parameter) is { } choice
            ? choice.Equals(Html, StringComparison.Ordinal)
            : PrefersHtml(request);

    private static bool PrefersHtml(HttpRequest request)
    {
        var (html, json) = (0.0, 0.0);
        foreach (var accepted in request.GetTypedHeaders().Accept)
        {
            var quality = accepted.Quality ?? 1;
            if (Is(accepted, HtmlMediaType))
            {
                html = Math.Max(html, quality);
            }
            else if (Is(accepted, "application/json") || Is(accepted, OgcMediaTypes.GeoJson)
                || Is(accepted, "application/*"))
            {
                json = Math.Max(json, quality);
            }
        }

        return html > json;
    }

    private static bool Is(MediaTypeHeaderValue accepted, string mediaType) =>
        accepted.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase);
}
