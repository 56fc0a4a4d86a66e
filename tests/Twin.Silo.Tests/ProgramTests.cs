using System.Net.Http.Json;
using System.Text.Json;
using Twin.TestKit;

namespace Twin.Silo.Tests;

/// <summary>The program as its user meets it.</summary>
public sealed class ProgramTests : IDisposable
{
    private const string Figure = "/v1/units/31/rollup?indicator=FIBER-HOUSEHOLDS&period=2024-12";

    private static readonly string[] Numbers = ["numerator", "denominator", "version", "demoReported"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("http://0.0.0.0:8080")]
    [InlineData("http://*:8080")]
    [InlineData("http://127.0.0.1:8080;http://192.0.2.1:8080")]
    public async Task It_refuses_to_be_reached_from_other_machines_and_says_why(string urls)
    {
        var (exitCode, output) = await TwinProcess.RunAsync("--urls", urls, "--data", _folder.Path);

        Assert.Equal(2, exitCode);
        Assert.Contains("can be reached from other machines", output, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public async Task A_dataset_that_is_not_there_is_named()
    {
        var (exitCode, output) = await TwinProcess.RunAsync("--dataset", "nowhere", "--data", _folder.Path);

        Assert.Equal(2, exitCode);
        Assert.Contains("nowhere", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_demonstration_the_city_starts_empty()
    {
        await using var twin = await TwinProcess.StartCityAsync(_folder.Path, "--no-demo");

        var city = await twin.Client.GetFromJsonAsync<JsonElement>("/v1/city");
        var figure = await twin.Client.GetFromJsonAsync<JsonElement>(Figure);

        Assert.False(city.GetProperty("isDemo").GetBoolean());
        Assert.Empty(city.GetProperty("periods").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, figure.GetProperty("value").ValueKind);
        Assert.Equal(217, figure.GetProperty("coverage").GetProperty("expected").GetInt32());
    }

    [Fact]
    public async Task The_demonstration_city_stands_the_same_after_a_restart_and_verifies()
    {
        string before;
        await using (var first = await TwinProcess.StartCityAsync(_folder.Path))
        {
            before = await NumbersAsync(first);
            Assert.Equal(0, await first.StopAsync());
        }

        await using (var second = await TwinProcess.StartCityAsync(_folder.Path))
        {
            Assert.Equal(before, await NumbersAsync(second));
            Assert.Equal(0, await second.StopAsync());
        }

        var (exitCode, output) = await TwinProcess.RunAsync("verify", "--data", _folder.Path);
        Assert.Contains(" 0 differ", output, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task Real_reports_never_get_demonstration_data_beside_them()
    {
        await using (var first = await TwinProcess.StartCityAsync(_folder.Path, "--no-demo"))
        {
            using var body = new StringContent(
                "unit,indicator,period,value,denominator\n11296,FIBER-HOUSEHOLDS,2024-12,3,4\n");
            body.Headers.ContentType = new("text/csv");
            using var response = await first.Client.PostAsync("/v1/observations", body);
            Assert.True(response.IsSuccessStatusCode);
        }

        await using var second = await TwinProcess.StartCityAsync(_folder.Path);
        var city = await second.Client.GetFromJsonAsync<JsonElement>("/v1/city");
        var figure = await second.Client.GetFromJsonAsync<JsonElement>(Figure);

        Assert.False(city.GetProperty("isDemo").GetBoolean());
        Assert.Equal(1, figure.GetProperty("coverage").GetProperty("reported").GetInt32());
        Assert.False(figure.GetProperty("demo").GetBoolean());
    }

    [Fact]
    public async Task Two_programs_do_not_share_a_log()
    {
        await using var first = await TwinProcess.StartCityAsync(_folder.Path, "--no-demo");

        var (exitCode, output) = await TwinProcess.RunAsync("verify", "--data", _folder.Path);

        Assert.Equal(2, exitCode);
        Assert.Contains("another", output, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> NumbersAsync(TwinProcess twin)
    {
        var figure = await twin.Client.GetFromJsonAsync<JsonElement>(Figure);
        return string.Join(' ', Numbers.Select(name => figure.GetProperty(name).GetRawText()));
    }
}
