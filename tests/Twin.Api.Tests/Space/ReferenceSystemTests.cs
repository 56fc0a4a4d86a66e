using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Twin.Api.Statistics;

namespace Twin.Api.Tests.Space;

public sealed class ReferenceSystemTests
{
    private const string Epsg = "http://www.opengis.net/def/crs/EPSG/0/";
    private const string Path = "/v1/space/transform";

    [Fact]
    public async Task The_systems_are_listed_with_the_one_of_the_citys_surveys()
    {
        var city = new CityPresentation("Thử", "Test", true, false, SurveyCrs: Epsg + "9210");
        await using var app = await TwinApp.StartAsync(services: services => services.AddSingleton(city));

        var list = await app.GetAsync("/v1/space/systems");

        var systems = list.GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(24, systems.Length); // CRS84, 4326, 3857, 4756 and twenty zones.
        Assert.Equal(24, list.GetProperty("numberMatched").GetInt32());
        Assert.Equal("longitudeLatitude", systems[0].GetProperty("axes").GetString());
        var survey = Assert.Single(systems, system => system.GetProperty("isOfCity").GetBoolean());
        Assert.Equal(Epsg + "9210", survey.GetProperty("uri").GetString());
        Assert.Equal("VN-2000 / TM-3 105-45", survey.GetProperty("name").GetString());
        Assert.Equal("eastingNorthing", survey.GetProperty("axes").GetString());
    }

    [Fact]
    public async Task Positions_go_into_a_zone_and_come_back()
    {
        await using var app = await TwinApp.StartAsync();

        var there = await AskAsync(app, $$"""{"to":"{{Epsg}}3405","positions":[[106.68,20.86],[106.7,20.9]]}""");
        var first = there.GetProperty("positions")[0];
        var back = await AskAsync(
            app, $$"""{"from":"{{Epsg}}3405","positions":{{there.GetProperty("positions").GetRawText()}}}""");

        Assert.Equal(674584.91379, first[0].GetDouble(), 1e-3); // By PROJ 9.1.1.
        Assert.Equal(2307674.41470, first[1].GetDouble(), 1e-3);
        Assert.Equal(Epsg + "3405", there.GetProperty("to").GetString());
        Assert.Equal(106.7, back.GetProperty("positions")[1][0].GetDouble(), 1e-8);
        Assert.Equal(20.9, back.GetProperty("positions")[1][1].GetDouble(), 1e-8);
    }

    public static TheoryData<string, string, int, string> Wrong => new()
    {
        { "nothing", "{}", 400, "2000" },
        { "none", """{"positions":[]}""", 400, "2000" },
        { "another system", """{"from":"EPSG:3405","positions":[[1,2]]}""", 400, "/v1/space/systems" },
        { "to nowhere", """{"to":"EPSG:1","positions":[[1,2]]}""", 400, "/v1/space/systems" },
        { "one number", """{"positions":[[106.6,20.8],[106.6]]}""", 400, "longitude, then latitude" },
        { "nothing in a place", """{"positions":[null]}""", 400, "longitude, then latitude" },
        { "latitude first", """{"positions":[[20.8,106.6]]}""", 400, "longitude, then latitude" },
        {
            "northing first", $$"""{"from":"{{Epsg}}9210","positions":[[2300000,600000]]}""", 400,
            "easting, then northing"
        },
        { "texts", """{"positions":[["a","b"]]}""", 400, "openapi" },
        { "one too many", $$"""{"positions":[{{Many(2_001)}}]}""", 413, "2000" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Bad_positions_are_refused_with_what_was_expected(
        string reason, string body, int status, string hint)
    {
        await using var app = await TwinApp.StartAsync();

        using var response = await app.PostJsonAsync(Path, body);
        var problem = await TwinApp.ReadProblemAsync(response, status);

        Assert.True(problem.GetProperty("hint").GetString()!.Contains(hint, StringComparison.Ordinal), reason);
    }

    [Fact]
    public async Task As_many_as_a_drawing_may_have_are_carried()
    {
        await using var app = await TwinApp.StartAsync();

        var answer = await AskAsync(app, $$"""{"positions":[{{Many(2_000)}}]}""");

        Assert.Equal(2_000, answer.GetProperty("positions").GetArrayLength());
    }

    private static string Many(int count) => string.Join(',', Enumerable.Repeat("[106.6,20.8]", count));

    private static async Task<JsonElement> AskAsync(TwinApp app, string body)
    {
        using var response = await app.PostJsonAsync(Path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonElement.Parse(text);
    }
}
