using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Twin.TestKit;

namespace Twin.Silo.Tests;

/// <summary>Zones that people draw by OGC API Features are those that boats of the program are judged by.</summary>
public sealed class FishingZoneEditTests : IDisposable
{
    private const string Boat = "574900001";
    private const string Items = "/ogc/collections/zones/items";

    // Offshore of the dataset, far from its own closed areas.
    private const double East = 108.4;
    private const double North = 19.6;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    // Each report is a minute later than the one before, from a day ago on: a faster pace would come to the future.
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    private readonly TemporaryFolder _folder = new();
    private int _reports;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_boat_is_judged_by_a_zone_that_somebody_has_drawn_and_moved_away_and_back()
    {
        await using var twin = await TwinProcess.StartCityAsync(_folder.Path, "--no-demo");
        await ExpectAsync(twin, null);

        using (var drawn = await SendAsync(twin, HttpMethod.Post, $"{Items}?by=Lan", Feature(East), null))
        {
            Assert.True(drawn.StatusCode == HttpStatusCode.Created, await drawn.Content.ReadAsStringAsync());
        }

        await ExpectAsync(twin, "CAM-MOI");
        await MoveAsync(twin, East + 1);
        await ExpectAsync(twin, null);
        await MoveAsync(twin, East);
        await ExpectAsync(twin, "CAM-MOI");
    }

    private static async Task MoveAsync(TwinProcess twin, double east)
    {
        using var there = await twin.Client.GetAsync($"{Items}/CAM-MOI");
        using var moved = await SendAsync(
            twin, HttpMethod.Put, $"{Items}/CAM-MOI?by=Lan", Feature(east), there.Headers.ETag);
        Assert.True(moved.IsSuccessStatusCode, await moved.Content.ReadAsStringAsync());
    }

    private static string Feature(double west) => FormattableString.Invariant(
        $$"""
        {
          "type": "Feature",
          "id": "CAM-MOI",
          "geometry": { "type": "Polygon", "coordinates": [[
            [{{west - 0.2}},{{North - 0.2}}], [{{west + 0.2}},{{North - 0.2}}],
            [{{west + 0.2}},{{North + 0.2}}], [{{west - 0.2}},{{North + 0.2}}], [{{west - 0.2}},{{North - 0.2}}]]] },
          "properties": { "nameVi": "Vùng cấm mới", "kind": "fishingClosed", "validFrom": "2024-01-01" }
        }
        """);

    private static async Task<HttpResponseMessage> SendAsync(
        TwinProcess twin, HttpMethod method, string path, string feature, EntityTagHeaderValue? tag)
    {
        using var request = new HttpRequestMessage(method, path)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(feature)),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/geo+json");
        if (tag is not null)
        {
            request.Headers.IfMatch.Add(tag);
        }

        return await twin.Client.SendAsync(request);
    }

    /// <summary>
    /// Reports the boat from one place, a minute later each time, until its closed area is that: a zone is known within
    /// seconds, and left after some minutes of reports from elsewhere.
    /// </summary>
    private async Task ExpectAsync(TwinProcess twin, string? area)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var at = TimeProvider.System.GetUtcNow().AddDays(-1).AddMinutes(_reports++);
            using var content = new StringContent(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"vessel,time,longitude,latitude\n{Boat},{at:yyyy-MM-dd'T'HH:mm:ss'Z'},{East},{North}\n"),
                Encoding.UTF8,
                "text/csv");
            using var response = await twin.Client.PostAsync("/v1/positions", content);
            Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
            var boat = await twin.Client.GetFromJsonAsync<JsonElement>($"/v1/vessels/{Boat}");
            var closed = boat.GetProperty("closedArea");
            var found = closed.ValueKind is JsonValueKind.Object ? closed.GetProperty("id").GetString() : null;
            if (string.Equals(found, area, StringComparison.Ordinal))
            {
                return;
            }

            Assert.True(
                TimeProvider.System.GetElapsedTime(begun) < Patience, $"The boat is in '{found}' and not in '{area}'.");
            await Task.Delay(Pace, TimeProvider.System);
        }
    }
}
