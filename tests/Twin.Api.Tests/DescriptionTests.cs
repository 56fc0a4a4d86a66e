using System.Text.Json;

namespace Twin.Api.Tests;

public sealed class DescriptionTests
{
    [Fact]
    public async Task Every_operation_says_what_it_is_for_and_how_it_refuses()
    {
        await using var app = await TwinApp.StartAsync();

        var document = await app.GetAsync("/openapi/v1.json");

        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var names = new HashSet<string?>(StringComparer.Ordinal);
        foreach (var operation in Operations(document))
        {
            Assert.True(names.Add(operation.GetProperty("operationId").GetString()));
            Assert.False(string.IsNullOrEmpty(operation.GetProperty("summary").GetString()));
            var problem = operation.GetProperty("responses").GetProperty("default").GetProperty("content");
            Assert.EndsWith(
                "/Problem",
                problem.GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString(),
                StringComparison.Ordinal);
        }

        Assert.Contains("postObservations", names);
    }

    [Fact]
    public async Task Every_reference_leads_somewhere()
    {
        await using var app = await TwinApp.StartAsync();

        var document = await app.GetAsync("/openapi/v1.json");

        var schemas = document.GetProperty("components").GetProperty("schemas");
        var references = References(document).Distinct(StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(references);
        Assert.All(references, reference => Assert.True(
            schemas.TryGetProperty(reference.Split('/')[^1], out _), reference));
    }

    [Fact]
    public async Task Every_member_with_a_format_has_a_type()
    {
        await using var app = await TwinApp.StartAsync();

        var document = await app.GetAsync("/openapi/v1.json");

        var members = document.GetProperty("components").GetProperty("schemas").EnumerateObject()
            .Where(schema => schema.Value.TryGetProperty("properties", out _))
            .SelectMany(schema => schema.Value.GetProperty("properties").EnumerateObject()
                .Where(member => member.Value.TryGetProperty("format", out _))
                .Select(member => (Name: $"{schema.Name}.{member.Name}", member.Value)))
            .ToArray();
        Assert.Contains(members, member => member.Name is "GrainIncidentReading.at");
        Assert.All(members, member => Assert.True(member.Value.TryGetProperty("type", out _), member.Name));
    }

    [Theory]
    [InlineData("/v1/units")]
    [InlineData("/v1/rollups")]
    [InlineData("/v1/units/{code}/series")]
    [InlineData("/v1/units/{code}/scorecard")]
    [InlineData("/v1/indicators")]
    [InlineData("/v1/targets")]
    [InlineData("/v1/plans")]
    [InlineData("/v1/agencies")]
    [InlineData("/v1/observations")]
    public async Task A_list_can_be_paged(string path)
    {
        await using var app = await TwinApp.StartAsync();

        var document = await app.GetAsync("/openapi/v1.json");

        var parameters = document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("parameters")
            .EnumerateArray().Select(parameter => parameter.GetProperty("name").GetString())
            .ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string?>(["limit", "cursor"], StringComparer.Ordinal), parameters);
    }

    [Fact]
    public async Task Members_are_always_there_and_say_whether_they_can_be_null()
    {
        await using var app = await TwinApp.StartAsync();

        var document = await app.GetAsync("/openapi/v1.json");

        var figure = document.GetProperty("components").GetProperty("schemas").GetProperty("Figure");
        var properties = figure.GetProperty("properties");
        Assert.Equal(properties.EnumerateObject().Count(), figure.GetProperty("required").GetArrayLength());
        Assert.Equal(JsonValueKind.String, properties.GetProperty("unit").GetProperty("type").ValueKind);
        Assert.Equal("""["null","number"]""", TypeOf("value"));
        Assert.Equal("""["null","string"]""", TypeOf("oldestResultTime"));

        string TypeOf(string name) => JsonSerializer.Serialize(properties.GetProperty(name).GetProperty("type"));
    }

    private static IEnumerable<JsonElement> Operations(JsonElement document) =>
        document.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject()).Select(operation => operation.Value);

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => member.NameEquals("$ref")
            ? [member.Value.GetString()!] // A reference is a text.
            : References(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        _ => [],
    };
}
