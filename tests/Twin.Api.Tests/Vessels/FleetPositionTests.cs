using System.Net;
using System.Text.Json;
using Orleans;
using Twin.Grains.Vessels;
using static Twin.Api.Tests.Vessels.FleetOfThree;
using static Twin.TestKit.FleetCity;

namespace Twin.Api.Tests.Vessels;

/// <summary>Where the vessels are, column by column.</summary>
public sealed class FleetPositionTests
{
    private const string Path = "/v1/vessels/positions";

    private static readonly string[] Columns =
    [
        "longitude", "latitude", "courseOverGroundDegrees", "speedOverGroundKnots", "ageSeconds", "homeUnit",
        "sizeClass", "contact", "isEligible", "isThreeNo", "zone", "violates",
    ];

    [Fact]
    public async Task Every_column_says_of_each_boat_what_its_card_says()
    {
        await using var app = await StartAsync();
        await ReportAsync(app, "HP-3", AtSea);
        await ReportAsync(app, "HP-1", InPort);
        app.Clock.Advance(TimeSpan.FromMinutes(10));

        var all = await app.GetAsync(Path);

        Assert.Equal("HP-1 HP-3", Ids(all));
        Assert.All(Columns, column => Assert.Equal(2, all.GetProperty(column).GetArrayLength()));
        for (var i = 0; i < 2; i++)
        {
            var card = await app.GetAsync($"/v1/vessels/{all.GetProperty("id")[i].GetString()}");
            var last = card.GetProperty("lastPosition");
            Assert.Equal(last.GetProperty("longitude").GetDouble(), all.GetProperty("longitude")[i].GetDouble(), 1e-5);
            Assert.Equal(last.GetProperty("latitude").GetDouble(), all.GetProperty("latitude")[i].GetDouble(), 1e-5);
            Assert.Equal(90, all.GetProperty("courseOverGroundDegrees")[i].GetDouble());
            Assert.Equal(600, all.GetProperty("ageSeconds")[i].GetInt32());
            Assert.Equal(card.GetProperty("homeUnit").GetString(), Pointed(all, "units", "homeUnit", i));
            Assert.Equal(card.GetProperty("sizeClass").GetString(), Pointed(all, "sizeClasses", "sizeClass", i));
            Assert.Equal(card.GetProperty("contact").GetString(), Pointed(all, "contacts", "contact", i));
            Assert.Equal(
                card.GetProperty("isEligible").GetBoolean() ? 1 : 0, all.GetProperty("isEligible")[i].GetInt32());
            Assert.Equal(0, all.GetProperty("isThreeNo")[i].GetInt32());
        }
    }

    [Fact]
    public async Task Without_a_fleet_there_are_columns_with_nothing_in_them()
    {
        await using var app = await TwinApp.StartAsync();

        var all = await app.GetAsync(Path);

        Assert.All(Columns.Append("id"), column => Assert.Equal(0, all.GetProperty(column).GetArrayLength()));
    }

    [Theory]
    [InlineData("?unit=20001", "HP-2 HP-3")]
    [InlineData("?unit=31", "HP-1 HP-2 HP-3")]
    [InlineData("?unit=10001", "HP-1")]
    [InlineData("?bbox=107,20.5,107.2,21", "HP-1")]
    [InlineData("?bbox=107.4,20,107.5,20.3", "HP-2 HP-3")]
    [InlineData("?bbox=179,20,107.2,21", "HP-1")]
    [InlineData("?bbox=0,0,1,1", "")]
    [InlineData("?unit=20001&bbox=107,20.5,107.2,21", "")]
    public async Task Only_boats_of_a_unit_or_in_a_box_can_be_asked_for(string query, string ids)
    {
        await using var app = await StartAsync();
        await ReportAsync(app, "HP-1", InPort);
        await ReportAsync(app, "HP-2", AtSea);
        await ReportAsync(app, "HP-3", AtSea);

        Assert.Equal(ids, Ids(await app.GetAsync(Path + query)));
    }

    [Fact]
    public async Task Since_an_answer_only_what_changed_is_told()
    {
        await using var app = await StartAsync();
        await ReportAsync(app, "HP-1", InPort);
        await ReportAsync(app, "HP-2", AtSea);
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        var first = AsOf(await app.GetAsync(Path));
        app.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(string.Empty, Ids(await app.GetAsync($"{Path}?since={first}")));

        await ReportAsync(app, "HP-1", InPort);
        Assert.Equal("HP-1", Ids(await app.GetAsync($"{Path}?since={first}")));
        Assert.Equal("HP-1 HP-2", Ids(await app.GetAsync($"{Path}?since=2020-01-01T00:00:00Z")));
    }

    [Fact]
    public async Task A_boat_that_is_another_one_is_gone()
    {
        await using var app = await StartAsync();
        await ReportAsync(app, "574000009", AtSea);
        var first = AsOf(await app.GetAsync(Path));
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        await app.Service<IGrainFactory>().RegisterAsync([Boat("HP-9", mmsi: "574000009")]);

        var then = await app.GetAsync($"{Path}?since={first}");
        Assert.Equal("574000009", Assert.Single(then.GetProperty("gone").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task An_unchanged_fleet_is_not_sent_twice()
    {
        await using var app = await StartAsync();
        await ReportAsync(app, "HP-2", AtSea);
        using var first = await app.Client.GetAsync(Path);
        var tag = first.Headers.ETag!.ToString();
        app.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(app, tag));
        app.Clock.Advance(TimeSpan.FromHours(6));
        // Its feed has been silent as well by now, so it is unknown and not lost: another state all the same.
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(app, tag));
    }

    [Fact]
    public async Task It_comes_compressed()
    {
        await using var app = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.AcceptEncoding.ParseAdd("gzip");

        using var response = await app.Client.SendAsync(request);

        Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
    }

    [Theory]
    [InlineData("?bbox=1,2,3")]
    [InlineData("?bbox=106,21,108,20")]
    [InlineData("?bbox=106,20,190,21")]
    [InlineData("?bbox=a,b,c,d")]
    [InlineData("?since=2050-01-01T00:00:00Z")]
    [InlineData("?since=yesterday")]
    [InlineData("?unit=nix")]
    [InlineData("?limit=5", "unknown_parameter")]
    public async Task What_cannot_be_asked_is_a_problem(string query, string code = "invalid_parameter")
    {
        await using var app = await StartAsync();

        Assert.Equal(code, (await app.GetProblemAsync(Path + query, 400)).GetProperty("code").GetString());
    }

    private static string? Pointed(JsonElement all, string list, string column, int row) =>
        all.GetProperty(list)[all.GetProperty(column)[row].GetInt32()].GetString();

    private static string AsOf(JsonElement answer) => Uri.EscapeDataString(answer.GetProperty("asOf").GetString()!);

    private static async Task<HttpStatusCode> StatusAsync(TwinApp app, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var response = await app.Client.SendAsync(request);
        return response.StatusCode;
    }
}
