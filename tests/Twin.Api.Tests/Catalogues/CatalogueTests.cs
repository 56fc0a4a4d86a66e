using System.Text.Json;
using Twin.Model;
using Twin.Model.Agencies;
using Twin.TestKit;

namespace Twin.Api.Tests.Catalogues;

public sealed class CatalogueTests
{
    [Fact]
    public async Task An_indicator_shows_how_it_is_made()
    {
        await using var app = await TwinApp.StartAsync();

        var list = await app.GetAsync("/v1/indicators");
        var fiber = await app.GetAsync("/v1/indicators/FIBER");
        var revenue = await app.GetAsync("/v1/indicators/REVENUE");

        Assert.Equal(7, list.GetProperty("numberMatched").GetInt32());
        Assert.Equal("ratioOfSums", fiber.GetProperty("aggregation").GetString());
        Assert.Equal("commune", fiber.GetProperty("reportingLevel").GetString());
        Assert.Equal("up", fiber.GetProperty("direction").GetString());
        Assert.Equal("COVERED", fiber.GetProperty("numerator").GetProperty("code").GetString());
        Assert.Equal("count", fiber.GetProperty("denominator").GetProperty("kind").GetString());
        Assert.Equal(100, fiber.GetProperty("scale").GetDouble());
        Assert.Equal(JsonValueKind.Null, revenue.GetProperty("denominator").ValueKind);
        Assert.Equal(JsonValueKind.Null, revenue.GetProperty("minimum").ValueKind);
    }

    [Theory]
    [InlineData("/v1/targets", 3)]
    [InlineData("/v1/targets?plan=P-2024", 3)]
    [InlineData("/v1/targets?indicator=FIBER", 2)]
    [InlineData("/v1/targets?unit=31", 3)]
    [InlineData("/v1/targets?unit=301", 2)] // One names the city alone.
    [InlineData("/v1/targets?unit=10001", 1)]
    [InlineData("/v1/targets?unit=10001&indicator=FILES", 0)]
    [InlineData("/v1/plans", 1)]
    [InlineData("/v1/agencies", 2)]
    [InlineData("/v1/agencies?plan=P-2024", 2)]
    public async Task Catalogues_can_be_narrowed_down(string path, int expected)
    {
        await using var app = await TwinApp.StartAsync(city: WithAgencies());

        var list = await app.GetAsync(path);

        Assert.Equal(expected, list.GetProperty("numberMatched").GetInt32());
        Assert.Equal(expected, list.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_target_and_its_plan_show_what_is_asked()
    {
        await using var app = await TwinApp.StartAsync();

        var target = await app.GetAsync("/v1/targets/T-2");
        var plans = await app.GetAsync("/v1/plans");

        Assert.Equal("above", target.GetProperty("comparator").GetString());
        Assert.Equal("2024-12-31", target.GetProperty("dueDate").GetString());
        Assert.True(target.GetProperty("isMeasurable").GetBoolean());
        Assert.Equal("31", plans.GetProperty("items")[0].GetProperty("unit").GetString());
        Assert.Equal(3, plans.GetProperty("items")[0].GetProperty("targetCount").GetInt32());
    }

    [Fact]
    public async Task An_agency_shows_what_it_answers_for_and_how_that_stands()
    {
        await using var app = await TwinApp.StartAsync(city: WithAgencies());
        var receipt = await app.ReportAsync("unit,indicator,period,value,denominator\n10001,FIBER,2024-06,90,100\n");
        await app.GetFigureAsync("31", "FIBER", "2024-06", receipt);

        var agency = await app.GetAsync("/v1/agencies/A-1");

        Assert.Equal("Sở Thử nghiệm", agency.GetProperty("nameVi").GetString());
        var target = Assert.Single(agency.GetProperty("targets").EnumerateArray());
        Assert.Equal("T-1", target.GetProperty("target").GetProperty("id").GetString());
        Assert.Equal("met", target.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("/v1/indicators/FIBRE")]
    [InlineData("/v1/targets/T-9")]
    [InlineData("/v1/agencies/A-9")]
    [InlineData("/v1/agencies/a-1")]
    public async Task What_is_not_in_a_catalogue_is_not_found(string path)
    {
        await using var app = await TwinApp.StartAsync(city: WithAgencies());

        var problem = await app.GetProblemAsync(path, 404);

        Assert.Equal("not_found", problem.GetProperty("code").GetString());
    }

    private static CityDefinition WithAgencies()
    {
        var city = TestCity.Create();
        return city with
        {
            Agencies = [Agency("A-1"), Agency("A-2")],
            Targets = [.. city.Targets.Select(t => t with { OwnerAgencyId = t.Id is "T-1" ? "A-1" : null })],
        };
    }

    private static Agency Agency(string id) => new()
    {
        Id = id,
        PlanId = "P-2024",
        Section = "IV",
        NameVi = "Sở Thử nghiệm",
        NameEn = "Department of Tests",
        Type = "so",
        Level = "city",
        Role = "lead",
    };
}
