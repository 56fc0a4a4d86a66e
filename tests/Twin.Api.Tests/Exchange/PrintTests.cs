using System.Net;

namespace Twin.Api.Tests.Exchange;

public sealed class PrintTests
{
    private const string Report = "unit,indicator,period,value,denominator\n10001,FIBER,2024-06,58.6,100\n";

    [Fact]
    public async Task A_scorecard_prints_in_Vietnamese_with_its_arithmetic()
    {
        await using var app = await TwinApp.StartAsync();
        await app.ReportAsync(Report.Replace("58.6,100", "586,1000", StringComparison.Ordinal));

        using var response = await app.Client.GetAsync("/v1/units/10001/scorecard/print?period=2024-Q2");
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("<html lang=\"vi\">", html, StringComparison.Ordinal);
        Assert.Contains("Quý 2/2024", html, StringComparison.Ordinal);
        Assert.Contains("58,6 %", html, StringComparison.Ordinal);
        Assert.Contains("586 / 1.000", html, StringComparison.Ordinal);
        Assert.Contains("≥ 80 %", html, StringComparison.Ordinal);
        Assert.Contains("31/12/2024", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_prints_in_English_too()
    {
        await using var app = await TwinApp.StartAsync();
        await app.ReportAsync(Report.Replace("58.6,100", "586,1000", StringComparison.Ordinal));

        var html = await app.Client.GetStringAsync("/v1/units/10001/scorecard/print?period=2024-06&lang=en");

        Assert.Contains("June 2024", html, StringComparison.Ordinal);
        Assert.Contains("58.6%", html, StringComparison.Ordinal);
        Assert.Contains("586 / 1,000", html, StringComparison.Ordinal);
        Assert.Contains("31 Dec 2024", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/units/99999/scorecard/print", HttpStatusCode.NotFound)]
    [InlineData("/v1/units/301/scorecard/print?period=2025-07", HttpStatusCode.NotFound)]
    [InlineData("/v1/units/301/scorecard/print?period=June", HttpStatusCode.BadRequest)]
    [InlineData("/v1/units/301/scorecard/print?lang=fr", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_printed_is_a_problem(string path, HttpStatusCode status)
    {
        await using var app = await TwinApp.StartAsync();

        await app.GetProblemAsync(path, (int)status);
    }
}
