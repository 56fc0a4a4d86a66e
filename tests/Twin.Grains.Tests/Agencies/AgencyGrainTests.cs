using Twin.Grains.Agencies;
using Twin.Model.Plans;
using static Twin.TestKit.TestCity;

namespace Twin.Grains.Tests.Agencies;

public sealed class AgencyGrainTests
{
    [Fact]
    public async Task An_agency_knows_what_it_owns_and_how_its_targets_stand_in_the_plan_s_unit()
    {
        await using var city = await GrainCity.CreateAsync();
        await city.ReportAsync("10001", Observe("FIBER", June2024, 31, 100));
        await city.Unit("31").Settle();

        var profile = await city.Grains.GetGrain<IAgencyGrain>(Department).GetProfile();

        Assert.NotNull(profile);
        Assert.Equal("lead", profile.Agency.Role);
        Assert.Equal(Indicator("FIBER"), Assert.Single(profile.Indicators));
        Assert.Equal("T-1 T-2", string.Join(' ', profile.Targets.Select(t => t.Target.Id)));
        Assert.Equal(TargetStatus.Met, profile.Targets[1].Status);
        Assert.Equal(31.0, profile.Targets[1].Figure?.Value);
    }

    [Fact]
    public async Task An_agency_that_no_plan_names_has_no_profile()
    {
        await using var city = await GrainCity.CreateAsync();

        Assert.Null(await city.Grains.GetGrain<IAgencyGrain>("A-2").GetProfile());
    }
}
