using Microsoft.Extensions.DependencyInjection;
using Twin.Api.Statistics;
using Twin.Model.Vessels;
using Twin.TestKit;

namespace Twin.Api.Tests.Statistics;

public sealed class CityTests
{
    [Fact]
    public async Task An_empty_city_says_what_it_is_and_shows_this_month()
    {
        await using var app = await TwinApp.StartAsync();

        var city = await app.GetAsync("/v1/city");

        Assert.Equal("test", city.GetProperty("datasetId").GetString());
        Assert.Equal("Thành phố Thử", city.GetProperty("titleVi").GetString());
        Assert.Equal("31", city.GetProperty("rootUnit").GetString());
        Assert.True(city.GetProperty("isSchematic").GetBoolean());
        Assert.Equal("2026-11", city.GetProperty("defaultPeriod").GetString());
        Assert.Equal(0, city.GetProperty("periods").GetArrayLength());
        Assert.Equal("""["2020-01-01","2025-07-01"]""", city.GetProperty("changeDates").GetRawText());
    }

    [Fact]
    public async Task Its_months_are_those_with_data_and_its_first_indicator_has_some()
    {
        await using var app = await TwinApp.StartAsync();
        var receipt = await app.ReportAsync(
            "unit,indicator,period,value\n10001,REVENUE,2024-06,5\n10001,REVENUE,2024-04,5\n");
        await app.GetFigureAsync("31", "REVENUE", "2024-06", receipt);

        var revenue = await app.GetAsync("/v1/city");
        var more = await app.ReportAsync("unit,indicator,period,value,denominator\n10001,FIBER,2024-06,5,10\n");
        await app.GetFigureAsync("31", "FIBER", "2024-06", more);
        var fiber = await app.GetAsync("/v1/city");

        Assert.Equal("2024-06", revenue.GetProperty("defaultPeriod").GetString());
        Assert.Equal("""["2024-04","2024-06"]""", revenue.GetProperty("periods").GetRawText());
        Assert.Equal("REVENUE", revenue.GetProperty("defaultIndicator").GetString());
        Assert.Equal("FIBER", fiber.GetProperty("defaultIndicator").GetString());
    }

    [Fact]
    public async Task The_month_that_only_the_fleet_has_counted_is_not_the_first_to_be_shown()
    {
        var rules = FleetRules.None with
        {
            Indicators = [new FleetIndicator(TestCity.Indicator("CLINICS"), FleetMeasure.All)],
        };
        await using var app = await TwinApp.StartAsync(services: services => services.AddSingleton(rules));
        var counted = await app.ReportAsync("unit,indicator,period,value\n10001,CLINICS,2026-11,5\n");
        await app.GetFigureAsync("31", "CLINICS", "2026-11", counted);
        var alone = await app.GetAsync("/v1/city");
        var receipt = await app.ReportAsync("unit,indicator,period,value,denominator\n10001,FIBER,2024-06,5,10\n");
        await app.GetFigureAsync("31", "FIBER", "2024-06", receipt);

        var reported = await app.GetAsync("/v1/city");
        var matrix = await app.GetAsync("/v1/matrix?indicators=FIBER");

        Assert.Equal("2026-11", alone.GetProperty("defaultPeriod").GetString());
        Assert.Equal("2024-06", reported.GetProperty("defaultPeriod").GetString());
        Assert.Equal("FIBER", reported.GetProperty("defaultIndicator").GetString());
        Assert.Equal("""["2024-06","2026-11"]""", reported.GetProperty("periods").GetRawText());
        Assert.Equal("2024-06", matrix.GetProperty("period").GetString());
    }

    [Fact]
    public async Task The_host_can_prefer_an_indicator_that_has_data()
    {
        var clinics = new CityPresentation("Thử", "Test", false, true, TestCity.Indicator("CLINICS"));
        await using var app = await TwinApp.StartAsync(services: services => services.AddSingleton(clinics));
        var receipt = await app.ReportAsync("unit,indicator,period,value,denominator\n10001,FIBER,2024-06,5,10\n");
        await app.GetFigureAsync("31", "FIBER", "2024-06", receipt);

        var without = await app.GetAsync("/v1/city");
        receipt = await app.ReportAsync("unit,indicator,period,value\n10001,CLINICS,2024-06,5\n");
        await app.GetFigureAsync("31", "CLINICS", "2024-06", receipt);
        var with = await app.GetAsync("/v1/city");

        Assert.Equal("FIBER", without.GetProperty("defaultIndicator").GetString());
        Assert.Equal("CLINICS", with.GetProperty("defaultIndicator").GetString());
        Assert.True(with.GetProperty("isDemo").GetBoolean());
    }
}
