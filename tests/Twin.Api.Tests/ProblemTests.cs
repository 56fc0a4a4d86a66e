using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Twin.Api.Features;
using Twin.Model.Units;

namespace Twin.Api.Tests;

public sealed class ProblemTests
{
    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/v1")]
    [InlineData("/v1/nowhere")]
    [InlineData("/v1/units/31/nowhere")]
    [InlineData("/openapi/v2.json")]
    public async Task An_unknown_path_is_a_problem_too(string path)
    {
        await using var app = await TwinApp.StartAsync();

        var problem = await app.GetProblemAsync(path, 404);

        Assert.Equal("not_found", problem.GetProperty("code").GetString());
        Assert.Equal(path, problem.GetProperty("instance").GetString());
    }

    [Fact]
    public async Task Another_method_is_refused_with_those_that_are_taken()
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await app.Client.DeleteAsync("/v1/observations");
        var problem = await TwinApp.ReadProblemAsync(response, 405);

        Assert.Equal("method_not_allowed", problem.GetProperty("code").GetString());
        Assert.Equal("GET,POST", string.Join(',', response.Content.Headers.Allow.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("/v1/city?x=1", "x")]
    [InlineData("/v1/units?Date=2024-01-01", "Date")]
    [InlineData("/v1/units/31?level=city", "level")]
    [InlineData("/v1/units/31/rollup?indicator=FIBER&limit=1", "limit")]
    [InlineData("/v1/indicators/FIBER?verbose", "verbose")]
    [InlineData("/v1/events?since=1", "since")]
    [InlineData("/v1/observations?unit=10001&page=2", "page")]
    public async Task An_unknown_parameter_is_refused_with_those_that_are_known(string path, string name)
    {
        await using var app = await TwinApp.StartAsync();

        var problem = await app.GetProblemAsync(path, 400);

        Assert.Equal("unknown_parameter", problem.GetProperty("code").GetString());
        Assert.Contains($"'{name}'", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/units?date=2024-13-01")]
    [InlineData("/v1/units?date=31/12/2024")]
    [InlineData("/v1/units?date=")]
    [InlineData("/v1/units?date=2024-01-01&date=2024-01-02")]
    [InlineData("/v1/units?level=ward")]
    [InlineData("/v1/units?level=1")]
    [InlineData("/v1/units?upper=99999")]
    [InlineData("/v1/units?limit=0")]
    [InlineData("/v1/units?limit=1001")]
    [InlineData("/v1/units?limit=ten")]
    [InlineData("/v1/units?cursor=ten")]
    [InlineData("/v1/units?cursor=YWZ0ZXI6LTE")]
    [InlineData("/v1/rollups?indicator=FIBRE")]
    [InlineData("/v1/rollups?indicator=FIBER&period=June")]
    [InlineData("/v1/rollups?indicator=FIBER&unit=99999")]
    [InlineData("/v1/units/31/rollup?indicator=FIBER&asOf=2024-06-01")]
    [InlineData("/v1/units/31/rollup?indicator=FIBER&asOf=2024-06-01T00:00:00")]
    [InlineData("/v1/units/31/rollup?indicator=FIBER&asOf=2026-11-22T12:00:01Z")]
    [InlineData("/v1/units/31/rollup?indicator=FIBER&minSequence=-1")]
    [InlineData("/v1/units/31/series?indicator=FIBER&from=2024-06&to=2024-05")]
    [InlineData("/v1/observations?unit=10001&from=2024-06&to=2024-05")]
    [InlineData("/v1/targets?plan=P-1999")]
    [InlineData("/v1/events?kinds=weather")]
    public async Task A_value_that_a_parameter_cannot_take_is_refused_and_shown(string path)
    {
        await using var app = await TwinApp.StartAsync();

        var problem = await app.GetProblemAsync(path, 400);

        Assert.Equal("invalid_parameter", problem.GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("/v1/rollups")]
    [InlineData("/v1/units/31/rollup?period=2024-06")]
    [InlineData("/v1/units/31/series")]
    [InlineData("/v1/observations")]
    public async Task A_required_parameter_must_be_there(string path)
    {
        await using var app = await TwinApp.StartAsync();

        var problem = await app.GetProblemAsync(path, 400);

        Assert.Equal("missing_parameter", problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_hostile_value_is_shown_cut_and_without_control_characters()
    {
        await using var app = await TwinApp.StartAsync();

        var problem = await app.GetProblemAsync($"/v1/units/{new string('x', 2000)}%0D%0Ay", 404);
        var detail = problem.GetProperty("detail").GetString()!;
        var split = await app.GetProblemAsync("/v1/units/a%0Db", 404);

        Assert.True(detail.Length < 100, detail);
        Assert.DoesNotContain('\r', split.GetProperty("detail").GetString()!);
    }

    [Fact]
    public async Task What_nobody_foresaw_says_nothing_of_the_inside()
    {
        await using var app = await TwinApp.StartAsync(
            services: services => services.AddSingleton<IBoundarySource>(new Failing(new InvalidOperationException())));

        var problem = await app.GetProblemAsync("/v1/boundaries", 500);

        Assert.Equal("internal", problem.GetProperty("code").GetString());
        Assert.DoesNotContain("Exception", problem.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(" at ", problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_did_not_answer_in_time_is_unavailable_and_may_be_tried_again()
    {
        await using var app = await TwinApp.StartAsync(
            services: services => services.AddSingleton<IBoundarySource>(new Failing(new TimeoutException())));

        using var response = await app.Client.GetAsync("/v1/boundaries");
        var problem = await TwinApp.ReadProblemAsync(response, (int)HttpStatusCode.ServiceUnavailable);

        Assert.Equal("unavailable", problem.GetProperty("code").GetString());
        Assert.NotNull(response.Headers.RetryAfter);
    }

    private sealed class Failing(Exception exception) : IBoundarySource
    {
        public ValueTask<ReadOnlyMemory<byte>?> GetGeoJsonAsync(
            DateOnly day,
            AdministrativeLevel? level,
            AdministrativeUnitCode? unit,
            CancellationToken cancellationToken) => ValueTask.FromException<ReadOnlyMemory<byte>?>(exception);
    }
}
