using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Twin.Api.Features;
using Twin.Model;
using Twin.Model.Units;
using Twin.TestKit;

namespace Twin.Api.Tests.Space;

public sealed class AreaTests
{
    private const string Path = "/v1/space/summary";

    // Communes of June 2025 are strips a sixth of a degree wide: this is all of 10001 and half of 10002.
    private const string OneAndAHalf =
        """{"type":"Polygon","coordinates":[[[106,20],[106.25,20],[106.25,21],[106,21],[106,20]]]}""";

    [Fact]
    public async Task Whole_units_count_in_full_and_others_by_their_share()
    {
        await using var app = await StartAsync();
        var receipt = await app.ReportAsync(
            """
            unit,indicator,period,value,denominator
            10001,FIBER,2025-06,60,100
            10002,FIBER,2025-06,20,100
            10003,FIBER,2025-06,99,100

            """);
        await app.GetFigureAsync("31", "FIBER", "2025-06", receipt);

        var area = await AskAsync(
            app, $$"""{"geometry":{{OneAndAHalf}},"indicators":["FIBER"],"period":"2025-06"}""");

        Assert.Equal("2025-06-30", area.GetProperty("date").GetString());
        Assert.True(area.GetProperty("isSchematic").GetBoolean());
        Assert.Equal(1, area.GetProperty("shareInUnits").GetDouble(), 1e-6);
        Assert.Equal(JsonValueKind.Null, area.GetProperty("population").ValueKind);
        var units = area.GetProperty("units");
        Assert.Equal(2, units.GetArrayLength());
        Assert.Equal(1, units[0].GetProperty("shareOfUnit").GetDouble(), 1e-9);
        Assert.Equal(0.5, units[1].GetProperty("shareOfUnit").GetDouble(), 1e-6);
        var figure = Assert.Single(area.GetProperty("figures").EnumerateArray());
        Assert.Equal(70, figure.GetProperty("numerator").GetDouble(), 1e-3); // 60 and half of 20.
        Assert.Equal(150, figure.GetProperty("denominator").GetDouble(), 1e-3);
        Assert.Equal(2, figure.GetProperty("coverage").GetProperty("reported").GetInt32());
        var note = figure.GetProperty("rebasing");
        Assert.Equal("area", note.GetProperty("method").GetString());
        // Had all of 10002 been in it: 80 of 200; had none: 60 of 100.
        var scale = figure.GetProperty("value").GetDouble() * 150 / 70;
        Assert.Equal(scale * 80 / 200, note.GetProperty("lower").GetDouble(), 1e-2);
        Assert.Equal(scale * 60 / 100, note.GetProperty("upper").GetDouble(), 1e-2);
    }

    [Fact]
    public async Task Units_that_have_not_reported_are_missing_from_the_coverage()
    {
        await using var app = await StartAsync();

        var area = await AskAsync(
            app, $$"""{"geometry":{{OneAndAHalf}},"indicators":["FIBER"],"period":"2025-06"}""");

        var figure = Assert.Single(area.GetProperty("figures").EnumerateArray());
        Assert.Equal(JsonValueKind.Null, figure.GetProperty("value").ValueKind);
        Assert.Equal(2, figure.GetProperty("coverage").GetProperty("expected").GetInt32());
        Assert.Equal(0, figure.GetProperty("coverage").GetProperty("reported").GetInt32());
    }

    // FILES is reported by districts; of 301's 6,000 people 1,000 live in all of 10001 and 1,000 in half of 10002.
    [Theory]
    [InlineData("people decide", """ "weight":"population", """, 3_000L, "population", 1.0 / 3)]
    [InlineData("people decide by default", "", 3_000L, "population", 1.0 / 3)]
    [InlineData("area decides", """ "weight":"area", """, 3_000L, "area", 0.5)]
    [InlineData("area decides where somebody's number is missing", "", null, "area", 0.5)]
    public async Task A_district_that_the_area_cuts_counts_by_its_people(
        string reason, string weight, long? peopleOf10003, string method, double share)
    {
        await using var app = await TwinApp.StartAsync(
            services: services => services.AddSingleton<IBoundarySource, DrawnBoundaries>(),
            city: WithPeople(peopleOf10003));
        var receipt = await app.ReportAsync(
            """
            unit,indicator,period,value,denominator
            301,FILES,2025-06,60,120

            """);
        await app.GetFigureAsync("31", "FILES", "2025-06", receipt);

        var area = await AskAsync(
            app, $$"""{"geometry":{{OneAndAHalf}},{{weight}}"indicators":["FILES"],"period":"2025-06"}""");

        var figure = Assert.Single(area.GetProperty("figures").EnumerateArray());
        Assert.Equal(60 * share, figure.GetProperty("numerator").GetDouble(), 1e-3);
        Assert.Equal(120 * share, figure.GetProperty("denominator").GetDouble(), 1e-3);
        Assert.True(
            figure.GetProperty("rebasing").GetProperty("method").GetString() is { } said
                && said.Equals(method, StringComparison.Ordinal),
            reason);
        Assert.Equal(2_000, area.GetProperty("population").GetDouble(), 1e-2);
    }

    [Fact]
    public async Task A_circle_is_a_point_and_a_radius_in_any_system()
    {
        await using var app = await StartAsync();

        var area = await AskAsync(
            app,
            """
            {
              "geometry": { "type": "Point", "coordinates": [609300, 2267100] },
              "crs": "http://www.opengis.net/def/crs/EPSG/0/3405",
              "radiusMeters": 1000,
              "date": "2025-06-30"
            }
            """);

        Assert.Equal(Math.PI, area.GetProperty("areaSquareKilometers").GetDouble(), 0.01);
        var unit = Assert.Single(area.GetProperty("units").EnumerateArray());
        Assert.Equal("10001", unit.GetProperty("code").GetString());
        Assert.Empty(area.GetProperty("figures").EnumerateArray());
    }

    [Fact]
    public async Task What_lies_in_the_sea_is_in_no_unit()
    {
        await using var app = await StartAsync();

        var half = await AskAsync(
            app,
            """
            {"geometry":{"type":"Polygon","coordinates":[[[106.9,20],[107.1,20],[107.1,21],[106.9,21],[106.9,20]]]}}
            """);

        Assert.Equal(0.5, half.GetProperty("shareInUnits").GetDouble(), 1e-6);
    }

    [Theory]
    [InlineData("cut at the antimeridian", "[[[[179,10],[180,10],[180,11],[179,11],[179,10]]],"
        + "[[[-180,10],[-179,10],[-179,11],[-180,11],[-180,10]]]]", 24_000)]
    [InlineData("all around the earth", "[[[[-180,10],[180,10],[180,11],[-180,11],[-180,10]]]]", 4_300_000)]
    public async Task A_shape_may_lie_on_both_sides_of_the_antimeridian(
        string reason, string polygons, double squareKilometers)
    {
        await using var app = await StartAsync();

        var area = await AskAsync(
            app, $$$"""{"geometry":{"type":"MultiPolygon","coordinates":{{{polygons}}}}}""");

        // A degree of longitude is 109.3 km wide at 10.5° north, one of latitude 110.6 km long there.
        Assert.True(
            Math.Abs((area.GetProperty("areaSquareKilometers").GetDouble() / squareKilometers) - 1) < 0.03, reason);
    }

    [Fact]
    public async Task Where_no_unit_of_the_day_has_a_number_those_of_the_nearest_day_say_how_many_people_there_are()
    {
        var city = TestCity.Create();
        await using var app = await TwinApp.StartAsync(
            services: services => services.AddSingleton<IBoundarySource, DrawnBoundaries>(),
            city: city with
            {
                Tree = new AdministrativeTree(city.Tree.Versions.Select(unit => unit with
                {
                    Population = unit.Code.Value is "20001" ? 9_000 : null,
                })),
            });

        var area = await AskAsync(app, """{"unit":"31","date":"2025-06-30"}""");

        Assert.Equal(9_000, area.GetProperty("population").GetDouble(), 1);
        Assert.Equal("2025-07-01", area.GetProperty("populationDate").GetString());
        Assert.Equal(3, area.GetProperty("populationUnits").GetInt32());
        Assert.Equal(1, area.GetProperty("unitsWithPopulation").GetInt32());
        Assert.Equal(6, area.GetProperty("units").GetArrayLength());
    }

    public static TheoryData<string, string, int, string> Wrong => new()
    {
        { "nothing", "{}", 400, "Polygon" },
        { "no geometry", """{"geometry":5}""", 400, "Polygon" },
        { "no type", """{"geometry":{"type":"Circle","coordinates":[]}}""", 400, "Polygon" },
        { "a point alone", """{"geometry":{"type":"Point","coordinates":[106,20]}}""", 400, "radiusMeters" },
        { "empty", """{"geometry":{"type":"MultiPolygon","coordinates":[]}}""", 400, "Polygon" },
        {
            "crossing itself",
            """{"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}}""", 400, "Polygon"
        },
        {
            "latitude first",
            """{"geometry":{"type":"Polygon","coordinates":[[[20,106],[21,106],[21,107],[20,106]]]}}""", 400, "Polygon"
        },
        {
            "over the antimeridian and not cut there",
            """{"geometry":{"type":"Polygon","coordinates":[[[179,10],[-179,10],[-179,11],[179,11],[179,10]]]}}""",
            400, "RFC 7946"
        },
        {
            "a hole outside",
            """
            {"geometry":{"type":"Polygon","coordinates":
            [[[0,0],[1,0],[1,1],[0,1],[0,0]],[[5,5],[6,5],[6,6],[5,5]]]}}
            """,
            400, "Polygon"
        },
        {
            "collapsed", """{"geometry":{"type":"Polygon","coordinates":[[[0,0],[0,0],[0,0],[0,0]]]}}""", 400, "Polygon"
        },
        { "no radius", """{"geometry":{"type":"Point","coordinates":[106,20]},"radiusMeters":0}""", 400, "500000" },
        { "another crs", $$"""{"geometry":{{OneAndAHalf}},"crs":"EPSG:1"}""", 400, "Polygon" },
        { "another indicator", $$"""{"geometry":{{OneAndAHalf}},"indicators":["NONE"]}""", 400, "/v1/indicators" },
        { "no period", $$"""{"geometry":{{OneAndAHalf}},"period":"soon"}""", 400, "2024-12" },
        { "an unknown member", $$"""{"geometry":{{OneAndAHalf}},"color":"red"}""", 400, "openapi" },
        { "not JSON", "{", 400, "openapi" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_bad_area_is_refused_with_what_was_expected(
        string reason, string body, int status, string hint)
    {
        await using var app = await StartAsync();

        using var response = await app.PostJsonAsync(Path, body);
        var problem = await TwinApp.ReadProblemAsync(response, status);

        Assert.True(problem.GetProperty("hint").GetString()!.Contains(hint, StringComparison.Ordinal), reason);
    }

    [Fact]
    public async Task A_drawing_with_too_many_positions_is_refused()
    {
        await using var app = await StartAsync();
        var ring = string.Join(',', Enumerable.Range(0, 10_001).Select(
            i => FormattableString.Invariant($"[{106 + (i * 1e-5):F5},20]")).Append("[106,21]").Append("[106,20]"));

        using var response = await app.PostJsonAsync(
            Path, $$$"""{"geometry":{"type":"Polygon","coordinates":[[{{{ring}}}]]}}""");
        var problem = await TwinApp.ReadProblemAsync(response, 413);

        Assert.Contains("10000", problem.GetProperty("hint").GetString(), StringComparison.Ordinal);
    }

    private static CityDefinition WithPeople(long? of10003)
    {
        var city = TestCity.Create();
        return city with
        {
            Tree = new AdministrativeTree(city.Tree.Versions.Select(unit => unit with
            {
                Population = unit.Code.Value switch
                {
                    "10001" => 1_000,
                    "10002" => 2_000,
                    "10003" => of10003,
                    _ => null,
                },
            })),
        };
    }

    private static async Task<JsonElement> AskAsync(TwinApp app, string body)
    {
        using var response = await app.PostJsonAsync(Path, body);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        return JsonElement.Parse(text);
    }

    private static Task<TwinApp> StartAsync() =>
        TwinApp.StartAsync(services: services => services.AddSingleton<IBoundarySource, DrawnBoundaries>());
}
