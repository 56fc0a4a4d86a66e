using System.Text.Json;

namespace Twin.Api.Tests.Space;

public sealed class BufferTests
{
    private const string Path = "/v1/space/buffer";

    [Fact]
    public async Task What_lies_around_a_route_is_a_polygon_that_holds_it()
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await app.PostJsonAsync(
            Path,
            """{"geometry":{"type":"LineString","coordinates":[[106.6,20.8],[106.7,20.8]]},"radiusMeters":1000}""");
        var text = await response.Content.ReadAsStringAsync();

        Assert.True(response.IsSuccessStatusCode, text);
        Assert.Equal("application/geo+json", response.Content.Headers.ContentType?.MediaType);
        var geometry = JsonElement.Parse(text);
        Assert.Equal("Polygon", geometry.GetProperty("type").GetString());
        var ring = geometry.GetProperty("coordinates")[0].EnumerateArray()
            .Select(pair => (X: pair[0].GetDouble(), Y: pair[1].GetDouble())).ToArray();
        // A kilometer is 0.0096° of longitude and 0.0090° of latitude there.
        Assert.Equal(106.6 - 0.0096, ring.Min(position => position.X), 1e-4);
        Assert.Equal(106.7 + 0.0096, ring.Max(position => position.X), 1e-4);
        Assert.Equal(20.8 - 0.0090, ring.Min(position => position.Y), 1e-4);
        Assert.Equal(20.8 + 0.0090, ring.Max(position => position.Y), 1e-4);
        Assert.Equal(ring[0], ring[^1]);
    }

    public static TheoryData<string, string, string> Wrong => new()
    {
        { "nothing", "{}", "500000" },
        { "no radius", """{"geometry":{"type":"Point","coordinates":[106.6,20.8]}}""", "500000" },
        { "no geometry", """{"radiusMeters":5}""", "GeoJSON" },
        { "too far", """{"geometry":{"type":"Point","coordinates":[106.6,20.8]},"radiusMeters":500001}""", "500000" },
        { "below 0", """{"geometry":{"type":"Point","coordinates":[106.6,20.8]},"radiusMeters":-1}""", "500000" },
        { "empty", """{"geometry":{"type":"LineString","coordinates":[]},"radiusMeters":5}""", "GeoJSON" },
        { "reversed", """{"geometry":{"type":"Point","coordinates":[20.8,106.6]},"radiusMeters":5}""", "GeoJSON" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_bad_request_is_refused_with_what_was_expected(string reason, string body, string hint)
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await app.PostJsonAsync(Path, body);
        var problem = await TwinApp.ReadProblemAsync(response, 400);

        Assert.True(
            problem.GetProperty("hint").GetString()!.Contains(hint, StringComparison.Ordinal),
            $"{reason}: {problem}");
    }
}
