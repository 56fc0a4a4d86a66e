using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Twin.Api.Ogc;

/// <summary>Makes the links of OGC resources. They are absolute: clients resolve relative ones differently.</summary>
internal sealed class OgcLinks(HttpRequest request)
{
    /// <summary>The path below which all of them are.</summary>
    public const string Root = "/ogc";

    /// <summary>The URL of a path below the root, such as <c>/collections</c>.</summary>
    public string Url(string path) => $"{request.Scheme}://{request.Host}{request.PathBase}{Root}{path}";

    /// <summary>A link.</summary>
    public static JsonObject Link(string rel, string href, string type, string title) => new()
    {
        ["rel"] = rel,
        ["href"] = href,
        ["type"] = type,
        ["title"] = title,
    };

    /// <summary>A link to a path below the root.</summary>
    public JsonObject To(string rel, string path, string title, string type = OgcMediaTypes.Json) =>
        Link(rel, Url(path), type, title);

    /// <summary>Links to this resource and to its other encoding.</summary>
    public IEnumerable<JsonObject> SelfAndAlternate(bool isHtml, string mediaType = OgcMediaTypes.Json)
    {
        var (json, html) = (WithParameter("f", OgcFormat.Json), WithParameter("f", OgcFormat.Html));
        yield return isHtml
            ? Link("self", html, OgcFormat.HtmlMediaType, "This document as HTML")
            : Link("self", json, mediaType, "This document as JSON");
        yield return isHtml
            ? Link("alternate", json, mediaType, "This document as JSON")
            : Link("alternate", html, OgcFormat.HtmlMediaType, "This document as HTML");
    }

    /// <summary>
    /// This request's URL with a parameter set. The others stay as they came and are not escaped anew: GDAL looks for
    /// the parameters of its user in the link to the next page, and adds those that it does not find once more.
    /// </summary>
    public string WithParameter(string name, string value)
    {
        var others = (request.QueryString.Value ?? string.Empty).TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(pair => !Uri.UnescapeDataString(pair.Split('=', 2)[0]).Equals(name, StringComparison.Ordinal));
        return $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}?"
            + string.Join('&', others.Append($"{name}={Uri.EscapeDataString(value)}"));
    }
}
