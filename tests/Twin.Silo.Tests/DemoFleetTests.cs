using System.Net.Http.Json;
using System.Text.Json;
using Twin.TestKit;

namespace Twin.Silo.Tests;

/// <summary>The fleet of the demonstration, as it stands when the program says that it is ready.</summary>
public sealed class DemoFleetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_city_has_the_boats_of_the_plan_and_ships_come_beside_them()
    {
        await using (var first = await StartAsync())
        {
            await CheckAsync(first);
        }

        await using var again = await StartAsync();
        await CheckAsync(again);
    }

    private static async Task CheckAsync(TwinProcess twin)
    {
        var boats = await twin.Client.GetFromJsonAsync<JsonElement>(
            "/v1/vessels/summary?unit=31&by=eligibility,threeNo");
        var ships = await twin.Client.GetFromJsonAsync<JsonElement>("/v1/vessels?q=800&limit=1000");
        var all = await twin.Client.GetFromJsonAsync<JsonElement>("/v1/vessels/summary");

        Assert.Equal(4_475, boats.GetProperty("vessels").GetInt32());
        Assert.Equal(1_332, Count(boats, "isEligible", false));
        Assert.Equal(1_140, Count(boats, "isThreeNo", true));
        Assert.Equal(4_475, all.GetProperty("vessels").GetInt32());
        Assert.Equal(40, all.GetProperty("withoutUnit").GetInt32());
        var ship = ships.GetProperty("items").EnumerateArray()
            .First(one => one.GetProperty("homeUnit").ValueKind is JsonValueKind.Null);
        Assert.True(ship.GetProperty("isEligible").GetBoolean());
        Assert.False(ship.GetProperty("isThreeNo").GetBoolean());
        Assert.Equal("ais-demo", ship.GetProperty("lastPosition").GetProperty("feed").GetString());
    }

    private static int Count(JsonElement summary, string flag, bool value) => summary.GetProperty("groups")
        .EnumerateArray().Where(group => group.GetProperty(flag).GetBoolean() == value)
        .Sum(group => group.GetProperty("vessels").GetInt32());

    private Task<TwinProcess> StartAsync() => TwinProcess.StartCityAsync(
        new Dictionary<string, string>(StringComparer.Ordinal) { ["TWIN_DEMOMERCHANTS"] = "40" },
        _folder.Path);
}
