using System.Globalization;
using System.Text;
using System.Text.Json;
using Orleans;
using Twin.Api.Hosting;
using Twin.Grains.Vessels;
using Twin.Model.Space;
using static Twin.TestKit.FleetCity;

namespace Twin.Api.Tests.Vessels;

/// <summary>Three boats of two communes, and reports of them.</summary>
internal static class FleetOfThree
{
    public static async Task<TwinApp> StartAsync(Action<TwinApiOptions>? configure = null)
    {
        var app = await TwinApp.StartAsync(configure);
        await app.Service<IGrainFactory>().RegisterAsync(
        [
            Boat("HP-1", 5, "10001"), Boat("HP-2", 18, "20001"), Boat("HP-3", 30, "20001") with { Licence = null },
        ]);
        return app;
    }

    public static async Task ReportAsync(TwinApp app, string id, GeoPosition position)
    {
        var row = JsonSerializer.Serialize(new
        {
            vessel = id,
            time = app.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            longitude = position.LongitudeDegrees,
            latitude = position.LatitudeDegrees,
            courseOverGroundDegrees = 90,
            speedOverGroundKnots = 4.5,
        });
        using var content = new StringContent(row, Encoding.UTF8, "application/x-ndjson");
        using var response = await app.Client.PostAsync("/v1/positions", content);
        Assert.Contains("\"accepted\":1", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public static string Ids(JsonElement positions) => string.Join(
        ' ', positions.GetProperty("id").EnumerateArray().Select(id => id.GetString()).Order(StringComparer.Ordinal));
}
