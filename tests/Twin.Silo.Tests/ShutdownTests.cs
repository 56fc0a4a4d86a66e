using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Twin.TestKit;

namespace Twin.Silo.Tests;

/// <summary>The whole program, asked to stop (SIGTERM) in the middle of its work.</summary>
public sealed class ShutdownTests : IDisposable
{
    private const string Figure = "/v1/units/11296/rollup?indicator=FIBER-HOUSEHOLDS&period=2024-12";

    private static readonly byte[] Head = "unit,indicator,period,value,denominator\n"u8.ToArray();
    private static readonly byte[] Row = "11296,FIBER-HOUSEHOLDS,2024-12,3,4\n"u8.ToArray();

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_report_under_way_is_finished_and_kept_while_new_ones_are_turned_away()
    {
        await using (var twin = await TwinProcess.StartCityAsync(_folder.Path, "--no-demo"))
        {
            using var body = new HeldBody(Head, Row);
            var underWay = SendAsync(twin.Client.BaseAddress!, body);
            await body.Asked;

            var stopped = twin.StopAsync();
            while (await IsReadyAsync(twin.Client))
            {
                await Task.Yield();
            }

            body.Release();
            var receipt = await underWay;

            Assert.Equal(1, receipt.GetProperty("accepted").GetInt32());
            Assert.Equal(0, await stopped);
        }

        await using var again = await TwinProcess.StartCityAsync(_folder.Path, "--no-demo");
        var figure = await again.Client.GetFromJsonAsync<JsonElement>(Figure);
        Assert.Equal(3, figure.GetProperty("numerator").GetDouble());
    }

    [Fact]
    public async Task A_client_that_follows_events_does_not_keep_it_from_stopping()
    {
        await using var twin = await TwinProcess.StartCityAsync(_folder.Path, "--no-demo");
        await using var events = await twin.Client.GetStreamAsync("/v1/events");

        Assert.Equal(0, await twin.StopAsync());

        await events.CopyToAsync(Stream.Null); // Ends, and does so properly.
    }

    /// <summary>Sends a body that waits to be asked for, so that the server is known to work on it.</summary>
    private static async Task<JsonElement> SendAsync(Uri address, HttpContent body)
    {
        using var handler = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) };
        using var client = new HttpClient(handler) { BaseAddress = address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/observations") { Content = body };
        request.Headers.ExpectContinue = true;
        body.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var response = await client.GetAsync("/health/ready");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // It takes no connections any more.
        }
    }
}
