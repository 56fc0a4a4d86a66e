using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Twin.Api.Hosting;
using Twin.Model.Operations;

namespace Twin.Api.Tests.Operations;

public sealed class OperationsTests
{
    [Fact]
    public async Task Readings_tell_of_the_process_the_log_and_the_grains()
    {
        var grains = new FixedStatistics();
        await using var app = await TwinApp.StartAsync(
            services: services => services.AddSingleton<IGrainStatistics>(grains));
        await app.ReportAsync("unit,indicator,period,value,denominator\n10001,FIBER,2024-06,1,2");

        var answer = await app.GetAsync("/ops/grains?busiest=7");

        Assert.Equal(7, grains.AskedFor);
        Assert.Equal(app.Log.Head, answer.GetProperty("logHead").GetInt64());
        Assert.True(app.Log.Head > 0);
        Assert.True(answer.GetProperty("health").GetProperty("isReady").GetBoolean());
        Assert.True(answer.GetProperty("process").GetProperty("workingSetBytes").GetInt64() > 0);
        Assert.True(answer.GetProperty("process").GetProperty("cpuSeconds").GetDouble() > 0);
        var one = Assert.Single(answer.GetProperty("classes").EnumerateArray());
        Assert.Equal("UnitGrain", one.GetProperty("name").GetString());
        Assert.Equal(3, one.GetProperty("activations").GetInt64());
        Assert.Equal(JsonValueKind.Null, one.GetProperty("calls").ValueKind);
        Assert.Equal("11296", answer.GetProperty("busiest")[0].GetProperty("key").GetString());
        Assert.Equal("TimeoutException", answer.GetProperty("incidents")[0].GetProperty("failure").GetString());
        Assert.Equal("/ops/elsewhere", answer.GetProperty("dashboard").GetString());
    }

    [Theory]
    [InlineData("busiest=101", "invalid_parameter")]
    [InlineData("busiest=-1", "invalid_parameter")]
    [InlineData("busiest=x", "invalid_parameter")]
    [InlineData("busy=1", "unknown_parameter")]
    public async Task What_cannot_be_asked_is_refused(string query, string code)
    {
        await using var app = await TwinApp.StartAsync();

        var problem = await app.GetProblemAsync($"/ops/grains?{query}", 400);

        Assert.Equal(code, problem.GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_operator_sees_what_goes_on_while_the_city_is_brought_up()
    {
        await using var app = await TwinApp.StartAsync(
            services: services => services.AddSingleton<IReadiness>(new NotYet()));

        await app.GetProblemAsync("/v1/city", 503);
        var answer = await app.GetAsync("/ops/grains");

        Assert.False(answer.GetProperty("health").GetProperty("isReady").GetBoolean());
        Assert.Equal("Rebuilding.", answer.GetProperty("health").GetProperty("detail").GetString());
    }

    private sealed class NotYet : IReadiness
    {
        public Readiness Current => new(false, "Rebuilding.");
    }

    private sealed class FixedStatistics : IGrainStatistics
    {
        public int AskedFor { get; private set; }

        public string? Dashboard => "/ops/elsewhere";

        public Task<GrainReadings> ReadAsync(int busiest, CancellationToken cancellationToken)
        {
            AskedFor = busiest;
            return Task.FromResult(new GrainReadings(
                [new GrainClassReading { Name = "UnitGrain", Activations = 3 }],
                [new BusyGrainReading("UnitGrain", "11296", 0.5, 100, 2)],
                [
                    new GrainIncidentReading
                    {
                        At = DateTimeOffset.UnixEpoch,
                        GrainClass = "UnitGrain",
                        Key = "303",
                        Work = "IUnit.Report",
                        Failure = "TimeoutException",
                    },
                ]));
        }
    }
}
