using System.Net;

namespace Twin.Api.Tests.Hosting;

public sealed class PageTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("twin-page-");

    [Fact]
    public async Task Without_a_page_the_root_says_how_to_get_it_in_both_languages()
    {
        var missing = Path.Combine(_directory.FullName, "none");
        await using var app = await TwinApp.StartAsync(options => options.PageDirectory = missing);

        using var response = await app.Client.GetAsync("/");
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("npm", text, StringComparison.Ordinal);
        Assert.Contains("Hãy cài", text, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_is_asked_for_anew_and_its_hashed_files_are_kept()
    {
        await File.WriteAllTextAsync(Path.Combine(_directory.FullName, "index.html"), "<!doctype html>the map");
        Directory.CreateDirectory(Path.Combine(_directory.FullName, "assets"));
        await File.WriteAllTextAsync(Path.Combine(_directory.FullName, "assets", "map-1a2b.mjs"), "export {}");
        await using var app = await TwinApp.StartAsync(options => options.PageDirectory = _directory.FullName);

        using var page = await app.Client.GetAsync("/");
        using var script = await app.Client.GetAsync("/assets/map-1a2b.mjs");

        Assert.Contains("the map", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(page.Headers.CacheControl?.NoCache);
        Assert.Equal("text/javascript", script.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TimeSpan.FromDays(365), script.Headers.CacheControl?.MaxAge);
    }

    [Theory]
    [InlineData("/../secret.txt")]
    [InlineData("/%2e%2e/secret.txt")]
    [InlineData("/..%2fsecret.txt")]
    public async Task Nothing_beside_the_page_is_served(string path)
    {
        var inner = _directory.CreateSubdirectory("wwwroot");
        await File.WriteAllTextAsync(Path.Combine(_directory.FullName, "secret.txt"), "secret");
        await using var app = await TwinApp.StartAsync(options => options.PageDirectory = inner.FullName);

        using var response = await app.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    public void Dispose() => _directory.Delete(recursive: true);
}
