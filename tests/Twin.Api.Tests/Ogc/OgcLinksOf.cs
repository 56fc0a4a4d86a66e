using System.Text.Json;

namespace Twin.Api.Tests.Ogc;

/// <summary>The links of an OGC document.</summary>
internal static class OgcLinksOf
{
    /// <summary>Where the first link of a relation leads, as path and query; <c>null</c> without one.</summary>
    public static string? Href(JsonElement document, string rel) => document.GetProperty("links").EnumerateArray()
        .Where(link => link.GetProperty("rel").ValueEquals(rel))
        .Select(link => link.GetProperty("href").GetString()).FirstOrDefault();

    /// <summary>All links of a document and of what is in it that lead somewhere.</summary>
    public static IEnumerable<string> All(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(
            member => member.NameEquals("href") && !element.TryGetProperty("templated", out _)
                ? [member.Value.GetString()!] // A link leads somewhere.
                : All(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(All),
        _ => [],
    };
}
