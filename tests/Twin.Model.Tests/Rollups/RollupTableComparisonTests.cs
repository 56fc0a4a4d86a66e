using Twin.Model.Rollups;
using Twin.Model.Time;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Rollups;

/// <summary>How a unit and the one above it find out whether they hold the same, and what follows.</summary>
public sealed class RollupTableComparisonTests
{
    private const int Limit = 100;

    private static readonly TimePeriod July2025 = TimePeriod.Month(2025, 7);

    private readonly RollupTable _commune = Table("10001");
    private readonly RollupTable _district = Table("301");
    private readonly RollupTable _city = Table("31");

    [Fact]
    public void Empty_tables_add_up_to_nothing()
    {
        Assert.Equal(0, _commune.VersionsFor(Code("301")));
        Assert.Equal(0, _district.VersionsFrom(Code("10001")));
    }

    [Fact]
    public void What_has_arrived_adds_up_to_the_same_on_both_sides()
    {
        _commune.SetOwn(0, June2024, Part(1), 5);
        _commune.SetOwn(1, June2024, Part(2), 6);
        _commune.SetOwn(0, June2024, Part(3), 9);

        _district.Receive(Code("10001"), _commune.All(Code("301")));
        _district.Receive(Code("10002"), [.. _commune.All(Code("301"))]);

        Assert.Equal(15, _commune.VersionsFor(Code("301")));
        Assert.Equal(15, _district.VersionsFrom(Code("10001")));
    }

    [Fact]
    public void What_has_not_arrived_makes_the_sum_above_smaller()
    {
        _commune.SetOwn(0, June2024, Part(1), 5);
        _district.Receive(Code("10001"), _commune.All(Code("301")));

        _commune.SetOwn(0, June2024, Part(1), 6);

        Assert.Equal(6, _commune.VersionsFor(Code("301")));
        Assert.Equal(5, _district.VersionsFrom(Code("10001")));
    }

    [Fact]
    public void Each_upper_unit_is_compared_by_the_periods_in_which_it_stood_above()
    {
        _commune.SetOwn(0, June2024, Part(1), 5);
        _commune.SetOwn(0, July2025, Part(1), 7);

        _city.Receive(Code("10001"), _commune.All(Code("31")));

        Assert.Equal(5, _commune.VersionsFor(Code("301")));
        Assert.Equal(7, _commune.VersionsFor(Code("31")));
        Assert.Equal(7, _city.VersionsFrom(Code("10001")));
        Assert.Equal(0, _commune.VersionsFor(Code("302")));
    }

    [Fact]
    public void Above_the_communes_the_versions_of_totals_add_up_too()
    {
        _district.Receive(Code("10001"), [Row("FIBER", 5), Row("CLINICS", 6)]);
        _district.Receive(Code("10002"), [Row("FIBER", 7)]);

        _city.Receive(Code("301"), _district.All(Code("31")));

        Assert.Equal(18, _district.VersionsFor(Code("31")));
        Assert.Equal(18, _city.VersionsFrom(Code("301")));
    }

    [Fact]
    public void Changes_that_the_unit_above_has_are_forgotten_and_those_for_another_are_not()
    {
        _commune.SetOwn(0, June2024, Part(1), 5);
        _commune.SetOwn(0, July2025, Part(1), 7);

        _commune.ForgetChanges(Code("301"));

        Assert.True(_commune.TryTakeChanges(Limit, out var upper, out var rows));
        Assert.Equal(Code("31"), upper);
        Assert.Equal(July2025, Assert.Single(rows.Value).Period);
        Assert.False(_commune.HasChanges);
    }

    [Fact]
    public void A_change_after_the_others_were_forgotten_is_taken()
    {
        _commune.SetOwn(0, June2024, Part(1), 5);
        _commune.SetOwn(1, June2024, Part(1), 6);
        _commune.ForgetChanges(Code("301"));

        _commune.SetOwn(0, June2024, Part(2), 7);

        Assert.True(_commune.TryTakeChanges(Limit, out _, out var rows));
        Assert.Equal(7, Assert.Single(rows.Value).Version);
    }

    [Fact]
    public void Given_back_together_all_totals_for_one_upper_unit_are_taken_again_once()
    {
        _commune.SetOwn(0, June2024, Part(1), 5);
        _commune.SetOwn(1, June2024, Part(1), 6);
        _commune.SetOwn(0, July2025, Part(1), 7);
        while (_commune.TryTakeChanges(Limit, out _, out _))
        {
        }

        _commune.GiveBackAll(Code("301"));
        _commune.GiveBackAll(Code("301"));

        Assert.True(_commune.TryTakeChanges(Limit, out _, out var rows));
        Assert.Equal([5, 6], rows.Value.Select(row => row.Version));
        Assert.False(_commune.HasChanges);
    }

    private static RollupTable Table(string unit)
    {
        var city = Create();
        return new RollupTable(Code(unit), city.Tree, city.Indicators);
    }

    private static Aggregate Part(double numerator) => new(numerator, 0, 1, 0, 1);

    private static VersionedAggregate Row(string indicator, long version) =>
        new(Indicator(indicator), June2024, Part(1), version);
}
