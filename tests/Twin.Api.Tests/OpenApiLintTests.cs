using System.Text.Json.Nodes;
using Twin.TestKit;

namespace Twin.Api.Tests;

/// <summary>Spectral finds no error in the documents that describe the API, and finds what breaks a rule.</summary>
public sealed class OpenApiLintTests
{
    private static readonly string Rules = Path.Combine(
        ReferenceData.RepositoryRoot, "tests", "fixtures", "openapi-lint");

    [SkippableTheory]
    [InlineData("/openapi/v1.json", "openapi.yaml")]
    [InlineData("/ogc/api?f=json", "ogc.yaml")]
    public async Task A_description_has_no_errors(string path, string rules)
    {
        await SpectralTool.RequireAsync();
        await using var app = await TwinApp.StartAsync();
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "openapi.json");
        await File.WriteAllTextAsync(file, await app.Client.GetStringAsync(path));

        Assert.Empty(await SpectralTool.ErrorsAsync(file, Path.Combine(Rules, rules)));
    }

    [SkippableFact]
    public async Task What_breaks_a_rule_of_OGC_API_is_found()
    {
        await SpectralTool.RequireAsync();
        await using var app = await TwinApp.StartAsync();
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "openapi.json");
        var document = JsonNode.Parse(await app.Client.GetStringAsync("/ogc/api?f=json"))!.AsObject();
        document["paths"]!.AsObject().Remove("/conformance");
        document["paths"]!["/collections/sites/items"]!["get"]!["parameters"]!.AsArray().Clear();
        await File.WriteAllTextAsync(file, document.ToJsonString());

        var errors = await SpectralTool.ErrorsAsync(file, Path.Combine(Rules, "ogc.yaml"));

        Assert.Contains(errors, error => error.Contains("ogc-resources", StringComparison.Ordinal));
        Assert.Contains(errors, error => error.Contains("ogc-items-parameters", StringComparison.Ordinal));
    }
}
