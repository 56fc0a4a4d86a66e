using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Twin.Api.Hosting;

namespace Twin.Api.Tests.Hosting;

public sealed class GuardTests
{
    [Theory]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("LOCALHOST:8080", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:8080", HttpStatusCode.OK)]
    [InlineData("[::1]:8080", HttpStatusCode.OK)]
    [InlineData("attacker.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost.attacker.example", HttpStatusCode.Forbidden)]
    [InlineData("192.168.1.5:8080", HttpStatusCode.Forbidden)]
    public async Task Only_names_of_this_machine_are_answered(string host, HttpStatusCode expected)
    {
        await using var app = await TwinApp.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/units");
        request.Headers.Host = host;

        using var response = await app.Client.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("http://localhost", HttpStatusCode.UnsupportedMediaType)] // Let through, to be refused for its body.
    [InlineData("http://attacker.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:9999", HttpStatusCode.Forbidden)]
    [InlineData("https://localhost", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    public async Task A_page_of_another_origin_cannot_write(string origin, HttpStatusCode expected)
    {
        await using var app = await TwinApp.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/observations")
        {
            Content = new ByteArrayContent([]),
        };
        request.Headers.Add("Origin", origin);

        using var response = await app.Client.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/v1/units")]
    [InlineData("/nowhere")]
    public async Task Every_answer_carries_the_headers_that_fence_the_page_in(string path)
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await app.Client.GetAsync(path);

        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task Figures_are_not_given_before_the_silo_is_ready()
    {
        var readiness = new Switch { Current = new Readiness(false, "Rebuilding roll-ups.") };
        await using var app = await TwinApp.StartAsync(
            services: services => services.AddSingleton<IReadiness>(readiness));

        using var live = await app.Client.GetAsync("/health/live");
        using var ready = await app.Client.GetAsync("/health/ready");
        var problem = await app.GetProblemAsync("/v1/city", 503);
        readiness.Current = Readiness.Ready;
        using var later = await app.Client.GetAsync("/health/ready");
        using var city = await app.Client.GetAsync("/v1/city");

        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("unavailable", problem.GetProperty("code").GetString());
        Assert.Contains("Rebuilding", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
        Assert.Equal(HttpStatusCode.OK, city.StatusCode);
    }

    private sealed class Switch : IReadiness
    {
        public required Readiness Current { get; set; }
    }
}
