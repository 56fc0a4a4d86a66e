using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Twin.Api.Ogc;

/// <summary>
/// Draws any OGC document as a page: members as a list of terms, arrays of objects as a table, links as links. It says
/// all that the JSON says, so it needs no page of its own for each resource. Stateless.
/// </summary>
internal static class OgcPage
{
    // Coordinates of a whole city would drown the rest; the JSON behind the link has them.
    private const int MaxShownLength = 400;

    private const string Style =
        "body{font:16px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;"
        + "color:#1c1c1c;background:#fff}dt{font-weight:600}dd{margin:0 0 .5rem 1rem}"
        + "table{border-collapse:collapse}th,td{border:1px solid #bbb;padding:.25rem .5rem;text-align:left;"
        + "vertical-align:top}code{overflow-wrap:anywhere}a{color:#0b4fa8}";

    /// <summary>The page.</summary>
    public static string Of(JsonObject document)
    {
        var title = Text(document["title"] ?? document["id"]) is { Length: > 0 } text ? text : "Twin";
        var page = new StringBuilder()
            .Append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">")
            .Append("<meta name=\"viewport\" content=\"width=device-width\"><title>").Append(Encode(title))
            .Append("</title><style>").Append(Style).Append("</style></head><body>\n<h1>").Append(Encode(title))
            .Append("</h1>\n");
        Members(page, document.Where(member => member.Key is not ("title" or "links")));
        if (document["links"] is JsonArray { Count: > 0 } links)
        {
            page.Append("<h2>Links</h2>\n<ul>");
            foreach (var link in links.OfType<JsonObject>())
            {
                page.Append("<li>").Append(Encode(Text(link["rel"]))).Append(": ");
                Anchor(page, Text(link["href"]), Text(link["title"] ?? link["href"]));
                page.Append(" <small>").Append(Encode(Text(link["type"]))).Append("</small></li>\n");
            }

            page.Append("</ul>\n");
        }

        return page.Append("</body></html>\n").ToString();
    }

    private static void Members(StringBuilder page, IEnumerable<KeyValuePair<string, JsonNode?>> members)
    {
        page.Append("<dl>");
        foreach (var (name, value) in members)
        {
            page.Append("<dt>").Append(Encode(name)).Append("</dt><dd>");
            Value(page, name, value);
            page.Append("</dd>\n");
        }

        page.Append("</dl>\n");
    }

    private static void Value(StringBuilder page, string name, JsonNode? value)
    {
        switch (value)
        {
            case JsonObject geometry when name is "geometry":
                Cut(page, geometry.ToJsonString());
                break;
            case JsonObject members:
                Members(page, members);
                break;
            case JsonArray items when items.Count > 0 && items.All(item => item is JsonObject):
                Table(page, [.. items.OfType<JsonObject>()]);
                break;
            case JsonArray items when items.Any(item => item is JsonArray):
                Cut(page, items.ToJsonString());
                break;
            case JsonArray items:
                page.Append("<ul>");
                foreach (var item in items)
                {
                    page.Append("<li>");
                    Value(page, string.Empty, item);
                    page.Append("</li>");
                }

                page.Append("</ul>");
                break;
            default:
                var text = Text(value);
                if (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
                {
                    Anchor(page, text, text);
                }
                else
                {
                    page.Append(Encode(text));
                }

                break;
        }
    }

    /// <summary>Objects side by side: a column for each member that any of them has.</summary>
    private static void Table(StringBuilder page, JsonObject[] rows)
    {
        string[] columns =
        [
            .. rows.SelectMany(row => row.Select(member => member.Key)).Distinct(StringComparer.Ordinal),
        ];
        page.Append("<table><thead><tr>");
        foreach (var column in columns)
        {
            page.Append("<th scope=\"col\">").Append(Encode(column)).Append("</th>");
        }

        page.Append("</tr></thead><tbody>\n");
        foreach (var row in rows)
        {
            page.Append("<tr>");
            foreach (var column in columns)
            {
                page.Append("<td>");
                Value(page, column, row[column]);
                page.Append("</td>");
            }

            page.Append("</tr>\n");
        }

        page.Append("</tbody></table>\n");
    }

    private static void Cut(StringBuilder page, string json) => page.Append("<code>")
        .Append(Encode(json.Length <= MaxShownLength ? json : json[..MaxShownLength] + "…")).Append("</code>");

    private static void Anchor(StringBuilder page, string href, string text) =>
        page.Append("<a href=\"").Append(Encode(href)).Append("\">").Append(Encode(text)).Append("</a>");

    private static string Text(JsonNode? value) => value switch
    {
        null => string.Empty,
        JsonValue text when text.GetValueKind() == JsonValueKind.String => text.GetValue<string>(),
        _ => value.ToJsonString(),
    };

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}
