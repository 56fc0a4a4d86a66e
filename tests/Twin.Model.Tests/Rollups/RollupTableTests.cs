using System.Collections.Immutable;
using System.Globalization;
using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Rollups;

public sealed class RollupTableTests
{
    private const int Limit = 100;

    private static readonly CityDefinition City = Create();
    private static readonly TimePeriod July2025 = TimePeriod.Month(2025, 7);

    [Fact]
    public void A_newer_contribution_replaces_the_older_of_the_same_child()
    {
        var table = Table("301");

        table.Receive(Code("10001"), [Row("CLINICS", June2024, 5, 1)]);
        table.Receive(Code("10001"), [Row("CLINICS", June2024, 7, 2)]);
        table.Receive(Code("10002"), [Row("CLINICS", June2024, 10, 3)]);

        var total = Total(table, "CLINICS", June2024);
        Assert.Equal(17, total.Aggregate.Numerator);
        Assert.Equal(2, total.Aggregate.Reported);
        Assert.Equal(2 + 3, total.Version);
    }

    [Theory]
    [InlineData("a repeat", 4)]
    [InlineData("an older version", 3)]
    [InlineData("version zero", 0)]
    [InlineData("a negative version", -1)]
    public void A_contribution_that_is_not_newer_changes_nothing(string name, long version)
    {
        var table = Table("301");
        table.Receive(Code("10001"), [Row("CLINICS", June2024, 5, 4)]);
        TakeChanges(table);

        var replaced = table.Receive(Code("10001"), [Row("CLINICS", June2024, 99, version)]);

        Assert.Equal(0, replaced);
        Assert.Equal(5, Total(table, "CLINICS", June2024).Aggregate.Numerator);
        Assert.False(table.HasChanges, name);
    }

    [Fact]
    public void Nothing_contributed_leaves_no_row()
    {
        var table = Table("301");

        table.Receive(Code("10001"), [Row("CLINICS", June2024, 5, 0)]);

        Assert.False(table.TryGetTotal(Ordinal("CLINICS"), June2024, out var total));
        Assert.Equal(default, total);
        Assert.Empty(table.Periods(null));
        Assert.Empty(table.Indicators(June2024));
        Assert.False(table.HasChanges);
    }

    [Theory]
    [InlineData("99999", "a code that is no unit")]
    [InlineData("10004", "a commune of another district")]
    [InlineData("301", "the unit itself")]
    [InlineData("31", "the unit above")]
    [InlineData("20001", "a unit of a later date")]
    public void A_contribution_of_a_unit_that_is_not_directly_below_is_left_out(string child, string reason)
    {
        var table = Table("301");

        var replaced = table.Receive(Code(child), [Row("CLINICS", June2024, 5, 1)]);

        Assert.Equal(0, replaced);
        Assert.False(table.TryGetTotal(Ordinal("CLINICS"), June2024, out _), reason);
        Assert.Empty(table.Periods(null));
    }

    [Fact]
    public void A_contribution_to_an_indicator_that_is_not_in_the_catalogue_is_left_out_and_stops_no_other()
    {
        var table = Table("301");

        var replaced = table.Receive(
            Code("10001"), [Row("UNKNOWN", June2024, 5, 1), Row("CLINICS", June2024, 6, 1)]);

        Assert.Equal(1, replaced);
        Assert.Equal(6, Total(table, "CLINICS", June2024).Aggregate.Numerator);
    }

    [Fact]
    public void An_empty_message_changes_nothing()
    {
        var table = Table("301");

        Assert.Equal(0, table.Receive(Code("10001"), []));
        Assert.False(table.HasChanges);
    }

    [Fact]
    public void Contributions_of_one_message_may_mix_periods_and_boundaries()
    {
        var table = Table("31");

        // In June 2024 commune 10001 stood below a district; since July 2025 it stands below the city.
        var replaced = table.Receive(
            Code("10001"),
            [Row("CLINICS", June2024, 1, 1), Row("CLINICS", July2025, 2, 2), Row("BEST", July2025, 3, 3)]);

        Assert.Equal(2, replaced);
        Assert.Equal(2, Total(table, "CLINICS", July2025).Aggregate.Numerator);
        Assert.Equal([July2025], table.Periods(null));
        Assert.Equal([Ordinal("CLINICS"), Ordinal("BEST")], table.Indicators(July2025));
    }

    [Fact]
    public void A_unit_may_contribute_beside_the_units_below_it()
    {
        var table = Table("301");

        table.SetOwn(Ordinal("CLINICS"), June2024, Part(100), 1);
        table.Receive(Code("10003"), [Row("CLINICS", June2024, 1, 2)]);

        Assert.Equal(101, Total(table, "CLINICS", June2024).Aggregate.Numerator);
        Assert.True(table.TryGetOwn(Ordinal("CLINICS"), June2024, out var own));
        Assert.Equal(new AggregateSlot(Part(100), 1), own);
        Assert.False(table.TryGetOwn(Ordinal("BEST"), June2024, out _));
        Assert.False(table.TryGetOwn(Ordinal("CLINICS"), July2025, out _));
    }

    [Fact]
    public void An_older_contribution_of_the_unit_itself_changes_nothing()
    {
        var table = Table("10001");

        Assert.True(table.SetOwn(Ordinal("CLINICS"), June2024, Part(2), 2));
        Assert.False(table.SetOwn(Ordinal("CLINICS"), June2024, Part(1), 1));

        Assert.Equal(new AggregateSlot(Part(2), 2), Total(table, "CLINICS", June2024));
    }

    [Fact]
    public void Sums_do_not_drift_however_often_a_contribution_is_replaced()
    {
        var table = Table("301");
        table.Receive(Code("10001"), [Row("REVENUE", June2024, 0.1, 1)]);
        table.Receive(Code("10002"), [Row("REVENUE", June2024, 0.2, 1)]);
        table.Receive(Code("10003"), [Row("REVENUE", June2024, 0.3, 1)]);
        for (var version = 2; version < 1_000; version++)
        {
            table.Receive(Code("10002"), [Row("REVENUE", June2024, version / 7.0, version)]);
        }

        table.Receive(Code("10002"), [Row("REVENUE", June2024, 0.2, 1_000)]);

        Assert.Equal(
            BitConverter.DoubleToInt64Bits(0.1 + 0.2 + 0.3),
            BitConverter.DoubleToInt64Bits(Total(table, "REVENUE", June2024).Aggregate.Numerator));
    }

    [Fact]
    public void A_total_that_changed_several_times_is_taken_once_with_its_last_value()
    {
        var table = Table("301");
        table.Receive(Code("10001"), [Row("CLINICS", June2024, 1, 1)]);
        table.Receive(Code("10001"), [Row("CLINICS", June2024, 2, 2)]);

        var (upper, rows) = TakeChanges(table);

        Assert.Equal(Code("31"), upper);
        Assert.Equal(Row("CLINICS", June2024, 2, 2), Assert.Single(rows));
        Assert.False(table.HasChanges);
        Assert.False(table.TryTakeChanges(Limit, out _, out _));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Changes_are_taken_up_to_the_limit_and_the_rest_next_time(int limit)
    {
        var table = Table("10001");
        foreach (var (indicator, month) in new[] { (0, 1), (1, 1), (0, 2), (1, 2) })
        {
            table.SetOwn(indicator, TimePeriod.Month(2024, month), Part(month), 1);
        }

        var taken = new List<VersionedAggregate>();
        while (table.TryTakeChanges(limit, out _, out var rows))
        {
            Assert.InRange(rows.Value.Length, 1, limit);
            taken.AddRange(rows.Value);
        }

        Assert.Equal(4, taken.Select(r => (r.Indicator, r.Period)).Distinct().Count());
        Assert.Equal(4, taken.Count);
    }

    [Fact]
    public void Changes_for_different_upper_units_are_taken_apart()
    {
        var table = Table("10001");
        table.SetOwn(0, June2024, Part(1), 1);
        table.SetOwn(0, July2025, Part(2), 2);

        var (first, firstRows) = TakeChanges(table);
        var (second, secondRows) = TakeChanges(table);

        Assert.Equal(Code("301"), first);
        Assert.Equal(June2024, Assert.Single(firstRows).Period);
        Assert.Equal(Code("31"), second);
        Assert.Equal(July2025, Assert.Single(secondRows).Period);
    }

    [Fact]
    public void At_the_root_changes_go_to_no_unit()
    {
        var table = Table("31");
        table.SetOwn(0, June2024, Part(1), 1);

        var (upper, rows) = TakeChanges(table);

        Assert.Null(upper);
        Assert.Single(rows);
    }

    [Fact]
    public void What_is_given_back_is_taken_again_with_what_has_changed_since()
    {
        var table = Table("301");
        table.Receive(Code("10001"), [Row("CLINICS", June2024, 1, 1), Row("BEST", June2024, 5, 1)]);
        var (_, lost) = TakeChanges(table);
        table.Receive(Code("10002"), [Row("CLINICS", June2024, 10, 2)]);

        table.GiveBack(lost);
        var (_, again) = TakeChanges(table);

        Assert.Equal(2, again.Length);
        Assert.Contains(Row("BEST", June2024, 5, 1), again);
        Assert.Equal(11, again.Single(r => r.Indicator == Indicator("CLINICS")).Aggregate.Numerator);
        Assert.False(table.HasChanges);
    }

    [Fact]
    public void Giving_back_what_the_table_never_held_changes_nothing()
    {
        var table = Table("301");

        table.GiveBack([Row("CLINICS", June2024, 1, 1), Row("UNKNOWN", June2024, 1, 1)]);

        Assert.False(table.HasChanges);
    }

    [Fact]
    public void All_totals_of_the_periods_below_one_upper_unit_can_be_had_at_once()
    {
        var table = Table("10001");
        table.SetOwn(0, June2024, Part(1), 1);
        table.SetOwn(1, June2024, Part(2), 2);
        table.SetOwn(0, July2025, Part(3), 3);
        TakeChanges(table);

        var ofDistrict = table.All(Code("301"));
        var ofCity = table.All(Code("31"));

        Assert.Equal(2, ofDistrict.Length);
        Assert.Equal(July2025, Assert.Single(ofCity).Period);
        Assert.Empty(table.All(Code("302")));
    }

    [Fact]
    public void A_total_that_was_had_with_all_is_still_taken_as_a_change()
    {
        var table = Table("301");
        table.Receive(Code("10001"), [Row("CLINICS", June2024, 1, 1)]);

        table.All(Code("31"));

        Assert.Single(TakeAllChanges(table));
    }

    [Fact]
    public void A_row_more_than_the_table_first_had_room_for_keeps_all_rows()
    {
        string[] codes = [.. Enumerable.Range(10, 40).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        var indicators = new IndicatorCatalog(codes.Select(c => City.Indicators[1] with { Code = Indicator(c) }));
        var table = new RollupTable(Code("301"), City.Tree, indicators);
        for (var i = 0; i < 40; i++)
        {
            table.Receive(Code("10001"), [Row(codes[i], June2024, i, 1)]);
            table.Receive(Code("10003"), [Row(codes[i], June2024, 1_000, 1)]);
        }

        for (var i = 0; i < 40; i++)
        {
            Assert.True(table.TryGetTotal(i, June2024, out var total));
            Assert.Equal(1_000 + i, total.Aggregate.Numerator);
        }

        Assert.Equal(40, TakeAllChanges(table).Count);
    }

    private static RollupTable Table(string unit) => new(Code(unit), City.Tree, City.Indicators);

    private static int Ordinal(string indicator)
    {
        Assert.True(City.Indicators.TryGetOrdinal(Indicator(indicator), out var ordinal));
        return ordinal;
    }

    private static Aggregate Part(double value) => new(value, 0, 1, 0, 1);

    private static VersionedAggregate Row(string indicator, TimePeriod period, double value, long version) =>
        new(Indicator(indicator), period, Part(value), version);

    private static AggregateSlot Total(RollupTable table, string indicator, TimePeriod period)
    {
        Assert.True(table.TryGetTotal(Ordinal(indicator), period, out var total));
        return total;
    }

    private static (AdministrativeUnitCode? Upper, ImmutableArray<VersionedAggregate> Rows) TakeChanges(
        RollupTable table)
    {
        Assert.True(table.TryTakeChanges(Limit, out var upper, out var rows));
        return (upper, rows.Value);
    }

    private static List<VersionedAggregate> TakeAllChanges(RollupTable table)
    {
        var taken = new List<VersionedAggregate>();
        while (table.TryTakeChanges(Limit, out _, out var rows))
        {
            taken.AddRange(rows.Value);
        }

        return taken;
    }
}
