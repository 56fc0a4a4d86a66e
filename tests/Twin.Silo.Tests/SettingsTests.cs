using Twin.TestKit;

namespace Twin.Silo.Tests;

/// <summary>What the program is told, through the environment, as its user tells it.</summary>
public sealed class SettingsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, string> Bad => new()
    {
        { "TWIN_DEMOSEED", "abc", "DemoSeed" },
        { "TWIN_DEMO", "perhaps", "Demo" },
        { "TWIN_DEMOFROM", "2022-13", "DemoFrom" },
        { "TWIN_DEMOFROM", "2022", "DemoFrom" },
        { "TWIN_DEMOTO", "2021-12", "DemoTo" }, // A month before the first.
        { "TWIN_URLS", "", "Urls" },
        { "TWIN_DATASET", "", "Dataset" },
        { "TWIN_API__MAXLINEBYTES", "1", "MaxLineBytes" },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task A_setting_out_of_its_bounds_is_refused_in_one_line_that_names_it(
        string variable, string value, string setting)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["TWIN_URLS"] = "http://127.0.0.1:0", ["TWIN_DATA"] = _folder.Path, [variable] = value,
        };

        var (exitCode, output) = await TwinProcess.RunAsync(environment, "--no-demo");

        Assert.Equal(2, exitCode);
        Assert.Contains(setting, output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_city_that_cannot_be_brought_up_ends_the_program_with_an_error()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["TWIN_URLS"] = "http://127.0.0.1:0",
            ["TWIN_DATA"] = _folder.Path,
            ["TWIN_DEMOFROM"] = "2190-01", // Every report of a month that has not begun is refused.
            ["TWIN_DEMOTO"] = "2190-02",
        };

        var (exitCode, output) = await TwinProcess.RunAsync(environment);

        Assert.Equal(1, exitCode);
        Assert.Contains("could not be brought up", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Ready", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endpoint_by_another_way_does_not_replace_the_address_that_was_checked()
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Kestrel__Endpoints__Other__Url"] = "http://127.0.0.1:0",
            ["TWIN_KESTREL__ENDPOINTS__ANOTHER__URL"] = "http://127.0.0.1:0",
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        };

        await using var twin = await TwinProcess.StartCityAsync(environment, _folder.Path, "--no-demo");

        Assert.Equal("OK", (await twin.Client.GetAsync("/health/live")).StatusCode.ToString());
    }
}
