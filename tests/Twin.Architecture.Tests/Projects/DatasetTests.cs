using System.Text.Json;

namespace Twin.Architecture.Tests.Projects;

/// <summary>Every dataset says where it is from and under what licence.</summary>
public sealed class DatasetTests
{
    private const string Good =
        """
        {"publisher":"p","date":"2026-11-22","crs":"http://x","licence":{"id":"CC-BY-4.0","url":"https://x"},
        "sources":[{"name":"n"}]}
        """;

    [Fact]
    public void Every_dataset_has_publisher_licence_sources_date_and_crs()
    {
        var folders = Directory.GetDirectories(Path.Combine(Repository.Root, "geo-data", "datasets"));

        Assert.NotEmpty(folders);
        Repository.AssertNone(folders.SelectMany(folder =>
        {
            var manifest = Path.Combine(folder, "dataset.json");
            return File.Exists(manifest)
                ? Findings(folder, File.ReadAllText(manifest))
                : [$"{folder} has no dataset.json"];
        }));
    }

    [Theory]
    [InlineData("CC-BY-4.0", "CC-BY-4.0", 0)]
    [InlineData("licence", "license", 2)] // Neither id nor address is found.
    [InlineData("\"CC-BY-4.0\"", "\"\"", 1)]
    [InlineData("[{\"name\":\"n\"}]", "[]", 1)]
    [InlineData("publisher", "by", 1)]
    [InlineData("2026-11-22", "last year", 1)]
    public void A_gap_in_a_dataset_s_description_is_found(string from, string to, int findings) =>
        Assert.Equal(findings, Findings("x", Good.Replace(from, to, StringComparison.Ordinal)).Count());

    private static IEnumerable<string> Findings(string name, string manifest)
    {
        using var document = JsonDocument.Parse(manifest);
        var root = document.RootElement;
        string? Text(JsonElement element, string member) =>
            element.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;
        var licence = root.TryGetProperty("licence", out var found) ? found : default;
        var isObject = licence.ValueKind == JsonValueKind.Object;
        var hasSources = root.TryGetProperty("sources", out var sources) && sources.GetArrayLength() > 0;
        (string Member, bool IsThere)[] members =
        [
            ("publisher", Text(root, "publisher") is { Length: > 0 }),
            ("date", DateOnly.TryParse(Text(root, "date"), System.Globalization.CultureInfo.InvariantCulture, out _)),
            ("crs", Text(root, "crs") is { Length: > 0 }),
            ("licence.id", isObject && Text(licence, "id") is { Length: > 0 }),
            ("licence.url", isObject && Text(licence, "url") is { Length: > 0 }),
            ("sources", hasSources),
        ];
        return [.. members.Where(m => !m.IsThere).Select(m => $"{name} has no {m.Member}")];
    }
}
