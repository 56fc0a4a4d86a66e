using System.Net;
using System.Net.Http.Headers;

namespace Twin.Api.Tests.Features;

public sealed class BoundaryTests
{
    [Fact]
    public async Task Boundaries_are_geojson_of_what_was_asked_for()
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await app.Client.GetAsync("/v1/boundaries?date=2024-12-31&level=commune&unit=301");
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal("application/geo+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Commune 301", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unchanged_boundaries_are_not_sent_again_and_changed_ones_are()
    {
        await using var app = await TwinApp.StartAsync();
        using var first = await app.Client.GetAsync("/v1/boundaries?level=commune");

        app.Client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using var same = await app.Client.GetAsync("/v1/boundaries?level=commune");
        using var sameTree = await app.Client.GetAsync("/v1/boundaries?level=commune&date=2025-12-31");
        using var other = await app.Client.GetAsync("/v1/boundaries?level=city");

        Assert.True(first.Headers.ETag?.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Empty(await same.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.NotModified, sameTree.StatusCode);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        Assert.NotEqual(first.Headers.ETag, other.Headers.ETag);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task Boundaries_are_compressed_for_those_who_take_it(string encoding)
    {
        await using var app = await TwinApp.StartAsync();
        using var plain = await app.Client.GetAsync("/v1/boundaries");
        app.Client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));

        using var response = await app.Client.GetAsync("/v1/boundaries");

        Assert.Equal(encoding, Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Equal(plain.Headers.ETag, response.Headers.ETag);
        Assert.InRange((await response.Content.ReadAsByteArrayAsync()).Length, 1, 1_000);
        Assert.InRange((await plain.Content.ReadAsByteArrayAsync()).Length, 4_000, 5_000);
    }

    [Fact]
    public async Task A_day_without_boundaries_is_told_so()
    {
        await using var app = await TwinApp.StartAsync();

        var problem = await app.GetProblemAsync("/v1/boundaries?date=2019-12-31", 404);

        Assert.Contains("2019-12-31", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }
}
