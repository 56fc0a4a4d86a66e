using Twin.Model.Plans;
using Twin.Model.Units;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Plans;

public sealed class TargetBindingTests
{
    private static readonly CityDefinition City = Create();

    [Theory]
    [InlineData("31", "T-1,T-2,T-3")]
    [InlineData("301", "T-1,T-3")]
    [InlineData("10001", "T-1")]
    public void Targets_bind_by_level(string unit, string ids) => Assert.Equal(ids, Binding(City, unit));

    [Fact]
    public void A_plan_of_another_place_binds_nobody_here()
    {
        var elsewhere = City with { Plans = [City.Plans[0] with { Unit = Code("01") }] };

        Assert.Empty(Binding(elsewhere, "31"));
        Assert.Empty(Binding(City with { Plans = [City.Plans[0] with { Unit = null }] }, "31"));
    }

    [Fact]
    public void A_unit_that_does_not_stand_is_bound_by_nothing() => Assert.Empty(TargetBinding.On(City, []));

    [Fact]
    public void A_share_stands_in_for_its_origin_at_the_unit_that_it_was_given_to()
    {
        var share = City.Targets[0] with
        {
            Id = "T-1.10001",
            OriginId = "T-1",
            Value = 60,
            Units = [Code("10001")],
            Levels = [AdministrativeLevel.Commune],
        };
        var city = City with { Targets = [.. City.Targets, share] };

        Assert.Equal("T-1.10001", Binding(city, "10001"));
        Assert.Equal("T-1", Binding(city, "10002"));
        Assert.Equal("T-1,T-3", Binding(city, "301"));
    }

    private static string Binding(CityDefinition city, string unit) => string.Join(
        ',', TargetBinding.On(city, [.. city.Tree.On(LastDayOfThreeTiers).PathUp(Code(unit))]).Select(t => t.Id));
}
