using Twin.Grains.Units;
using Twin.Model.Plans;
using Twin.Model.Time;
using Twin.Model.Units;
using static Twin.TestKit.TestCity;

namespace Twin.Grains.Tests.Units;

/// <summary>What lists of many units ask one: figures and standings in short, and the order of those below.</summary>
public sealed class UnitStandingTests
{
    [Fact]
    public async Task Standings_come_in_the_order_asked_for_with_the_latest_figure_by_then()
    {
        await using var city = await GrainCity.CreateAsync();
        await city.ReportAsync("10001", Observe("FIBER", June2024, 90, 100), Observe("CLINICS", May(), 3));

        var standings = await city.Unit("10001").GetStandings(
            new StandingsQuestion(
                [Indicator("CLINICS"), Indicator("NONE"), Indicator("FIBER")], June2024, IsExact: false));

        Assert.Equal((3.0, May()), (standings[0].Figure?.Value, standings[0].Figure?.Period));
        Assert.Empty(standings[0].Targets);
        Assert.Null(standings[1].Figure);
        Assert.Equal(new TargetStanding("T-1", TargetStatus.Met, 10), Assert.Single(standings[2].Targets));
    }

    [Fact]
    public async Task An_exact_question_takes_no_other_period()
    {
        await using var city = await GrainCity.CreateAsync();
        await city.ReportAsync("10001", Observe("CLINICS", May(), 3));

        var standing = Assert.Single(await city.Unit("10001").GetStandings(
            new StandingsQuestion([Indicator("CLINICS")], June2024, IsExact: true)));

        Assert.Equal(June2024, standing.Figure?.Period);
        Assert.Null(standing.Figure?.Value);
    }

    [Fact]
    public async Task A_unit_that_does_not_stand_has_no_standing()
    {
        await using var city = await GrainCity.CreateAsync();

        var standing = Assert.Single(await city.Unit("301").GetStandings(
            new StandingsQuestion([Indicator("FIBER")], TimePeriod.Month(2025, 7), IsExact: true)));

        Assert.Null(standing.Figure);
        Assert.Empty(standing.Targets);
    }

    [Fact]
    public async Task The_city_ranks_the_communes_below_its_districts_and_itself_where_it_is_asked_to()
    {
        await using var city = await GrainCity.CreateAsync();
        await city.ReportAsync("10002", Observe("FIBER", June2024, 90, 100));
        await city.ReportAsync("10005", Observe("FIBER", June2024, 95, 100));
        await city.Unit("31").Settle();

        var communes = await city.Unit("31").GetRanking(Indicator("FIBER"), June2024, AdministrativeLevel.Commune);
        var itself = await city.Unit("31").GetRanking(Indicator("FIBER"), June2024, AdministrativeLevel.City);

        Assert.Equal(["10005", "10002"], communes.Take(2).Select(r => r.Figure.Unit.Value), StringComparer.Ordinal);
        Assert.Equal(6, communes.Length);
        Assert.Null(communes[^1].Place);
        Assert.Equal(185.0 / 2, Assert.Single(itself).Figure.Value);
        Assert.Empty(await city.Unit("31").GetRanking(Indicator("NONE"), June2024, AdministrativeLevel.Commune));
    }

    private static TimePeriod May() => TimePeriod.Month(2024, 5);
}
