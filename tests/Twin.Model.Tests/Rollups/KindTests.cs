using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Rollups;
using Twin.Model.Units;
using static Twin.Model.Tests.Texts;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Rollups;

/// <summary>
/// Kinds that no sum makes, worked out by hand: communes 10001 to 10003 in district 301, 10004 to 10006 in 302.
/// </summary>
public sealed class KindTests
{
    private static readonly CityDefinition City = CreateOfAllKinds();

    private readonly RollupNetwork _network = new(City.Tree, City.Indicators);

    [Fact]
    public void A_median_is_of_all_communes_and_not_of_the_districts_medians()
    {
        Report("MIDDLE", ("10001", 1), ("10002", 2), ("10003", 9), ("10004", 10), ("10005", 20));

        AssertFigure("301", "MIDDLE", value: 2, reported: 3);
        AssertFigure("302", "MIDDLE", value: 15, reported: 2);
        AssertFigure("31", "MIDDLE", value: 9, reported: 5); // Of the medians it would be 8.5.
    }

    [Fact]
    public void A_percentile_is_of_all_communes()
    {
        Report("UPPER", ("10001", 0), ("10002", 10), ("10003", 20), ("10004", 30), ("10005", 40), ("10006", 50));

        AssertFigure("301", "UPPER", value: 18, reported: 3);
        AssertFigure("31", "UPPER", value: 45, reported: 6);
    }

    [Fact]
    public void A_value_taken_back_leaves_the_order()
    {
        Report("MIDDLE", ("10001", 1), ("10002", 2), ("10003", 9));
        _network.Report(Code("10001"), Observe("MIDDLE", June2024, 0, null, 5, ObservationStatus.Missing));
        _network.Settle();

        AssertFigure("301", "MIDDLE", value: 5.5, reported: 2);
        AssertFigure("31", "MIDDLE", value: 5.5, reported: 2);
    }

    [Fact]
    public void Parts_of_a_unit_make_one_value_of_its_own()
    {
        _network.Report(
            Code("10001"),
            Observe("MIDDLE", June2024, 4).Of("SIZE_CLASS=SMALL"),
            Observe("MIDDLE", June2024, 8).Of("SIZE_CLASS=LARGE"));
        Report("MIDDLE", ("10002", 100));

        AssertFigure("10001", "MIDDLE", value: 6, reported: 1);
        AssertFigure("31", "MIDDLE", value: 53, reported: 2);
    }

    [Fact]
    public void A_member_that_many_units_have_counts_once()
    {
        Offer("10001", ("P1", 1), ("P2", 1));
        Offer("10002", ("P2", 1), ("P3", 0));
        Offer("10004", ("P1", 1), ("P3", 1), ("P4", 0));
        _network.Settle();

        AssertFigure("10001", "PROCEDURES", value: 2, reported: 1);
        AssertFigure("301", "PROCEDURES", value: 2, reported: 2);
        AssertFigure("302", "PROCEDURES", value: 2, reported: 1);
        AssertFigure("31", "PROCEDURES", value: 3, reported: 3);
    }

    [Fact]
    public void A_share_of_members_is_of_those_that_anybody_named()
    {
        Offer("10001", "PROCEDURES-ONLINE", ("P1", 1), ("P2", 0), ("P3", 0));
        Offer("10004", "PROCEDURES-ONLINE", ("P2", 1), ("P3", 0));
        _network.Settle();

        var city = AssertFigure("31", "PROCEDURES-ONLINE", value: 200.0 / 3, reported: 2);
        Assert.Equal((2, 3), (city.Numerator, city.Denominator));
        AssertFigure("301", "PROCEDURES-ONLINE", value: 100.0 / 3, reported: 1);
    }

    [Fact]
    public void A_member_that_the_last_unit_gives_up_is_gone()
    {
        Offer("10001", ("P1", 1), ("P2", 1));
        _network.Report(Code("10001"), Observe("PROCEDURES", June2024, 0, null, 9).Of("PROCEDURE=P2"));
        _network.Settle();

        AssertFigure("31", "PROCEDURES", value: 1, reported: 1);
    }

    [Fact]
    public void A_part_of_a_catalogue_says_whether_anybody_has_the_member()
    {
        Offer("10001", ("P1", 1), ("P2", 0));
        Offer("10004", ("P1", 0));
        _network.Settle();

        Assert.Equal(1, Part("PROCEDURE=P1"));
        Assert.Equal(0, Part("PROCEDURE=P2"));

        double? Part(string breakdown)
        {
            var (indicator, ordinal) = Find("PROCEDURES");
            var part = Model.Dimensions.Breakdown.Parse(breakdown);
            Assert.True(_network.Table(Code("31")).TryGetTotal(ordinal, June2024, out var slot, part));
            return Aggregation.ValueOf(indicator, part, slot.Aggregate);
        }
    }

    [Fact]
    public void Members_by_another_dimension_are_counted_within_each_part()
    {
        foreach (var (unit, breakdown) in new[]
        {
            ("10001", "PROCEDURE=P1;OPERATOR=VNPT"),
            ("10001", "PROCEDURE=P2;OPERATOR=VNPT"),
            ("10004", "PROCEDURE=P2;OPERATOR=VIETTEL"),
        })
        {
            _network.Report(Code(unit), Observe("PROCEDURES", June2024, 1).Of(breakdown));
        }

        _network.Settle();
        var (_, ordinal) = Find("PROCEDURES");

        Assert.Equal([(string.Empty, 2), ("OPERATOR=VIETTEL", 1), ("OPERATOR=VNPT", 2)], Counts());

        IEnumerable<(string, double)> Counts() => _network.Table(Code("31")).Rows(ordinal, June2024)
            .Where(row => row.Breakdown.MemberOf("PROCEDURE") is null)
            .Select(row => (row.Breakdown.ToString(), row.Aggregate.Numerator)).Order();
    }

    [Fact]
    public void A_count_that_names_no_member_counts_for_nothing()
    {
        _network.Report(Code("10001"), Observe("PROCEDURES", June2024, 1));
        Offer("10004", ("P1", 1));
        _network.Settle();

        AssertFigure("31", "PROCEDURES", value: 1, reported: 1);
    }

    [Fact]
    public void All_is_done_when_nobody_says_no_and_any_when_somebody_says_yes()
    {
        Report("ALL-DONE", ("10001", 1), ("10002", 1), ("10004", 1), ("10005", 0));
        Report("ANY-DONE", ("10001", 0), ("10002", 0), ("10004", 1), ("10005", 0));

        AssertFigure("301", "ALL-DONE", value: 1, reported: 2);
        var city = AssertFigure("31", "ALL-DONE", value: 0, reported: 4);
        Assert.Equal((3, 4), (city.Numerator, city.Denominator));
        AssertFigure("301", "ANY-DONE", value: 0, reported: 2);
        AssertFigure("31", "ANY-DONE", value: 1, reported: 4);
    }

    [Fact]
    public void A_unit_whose_parts_are_not_all_done_is_one_unit_that_is_not_done()
    {
        _network.Report(
            Code("10001"),
            Observe("ALL-DONE", June2024, 1).Of("SIZE_CLASS=SMALL"),
            Observe("ALL-DONE", June2024, 0).Of("SIZE_CLASS=LARGE"));
        Report("ALL-DONE", ("10002", 1));

        var city = AssertFigure("31", "ALL-DONE", value: 0, reported: 2);
        Assert.Equal((1, 2), (city.Numerator, city.Denominator));
    }

    [Fact]
    public void Values_of_single_units_travel_without_contents_and_those_of_many_with_them()
    {
        Report("MIDDLE", ("10001", 3), ("10002", 1), ("10004", 7));
        var (_, ordinal) = Find("MIDDLE");

        Assert.Null(Row("10001").Contents);
        Assert.Equal([1.0, 3.0], Row("301").Contents!.Values.AsEnumerable()); // Two communes reported.
        Assert.Null(Row("302").Contents); // One commune reported: its value is the aggregate.

        VersionedAggregate Row(string unit) => _network.Table(Code(unit)).Rows(ordinal, June2024).Single();
    }

    [Fact]
    public void A_message_takes_fewer_rows_where_much_travels_with_them()
    {
        const int Communes = 2_000;
        const int Limit = 1_000;
        AdministrativeUnit Unit(string code, string? upper) => City.Tree.Versions[0] with
        {
            Code = Code(code),
            UpperUnit = upper is null ? null : Code(upper),
            ValidFrom = Day("2020-01-01"),
            ValidTo = null,
        };
        var codes = Enumerable.Range(0, Communes).Select(i => FormattableString.Invariant($"C{i:D4}")).ToArray();
        var tree = new AdministrativeTree([Unit("0", null), Unit("1", "0"), .. codes.Select(code => Unit(code, "1"))]);
        var table = new RollupTable(Code("1"), tree, City.Indicators);
        Model.Time.TimePeriod[] months = [.. Enumerable.Range(1, 12).Select(m => Model.Time.TimePeriod.Month(2024, m))];
        foreach (var code in codes)
        {
            table.Receive(Code(code), [.. months.Select(month => new VersionedAggregate(
                Indicator("MIDDLE"), month, new Aggregate(code.Length, 0, 1, 0, 1), 1))]);
        }

        var taken = new List<int>();
        while (table.TryTakeChanges(Limit, out _, out var rows))
        {
            taken.Add(rows.Value.Length);
            Assert.All(rows.Value, row => Assert.Equal(Communes, row.Contents?.Values.Length));
        }

        Assert.Equal([4, 4, 4], taken); // Each weighs 1 + 2,000 / 8; the last may go over.
    }

    private static (Indicator Indicator, int Ordinal) Find(string code)
    {
        Assert.True(City.Indicators.TryGetOrdinal(Indicator(code), out var ordinal));
        return (City.Indicators[ordinal], ordinal);
    }

    private void Report(string indicator, params (string Unit, double Value)[] values)
    {
        foreach (var (unit, value) in values)
        {
            _network.Report(Code(unit), Observe(indicator, June2024, value));
        }

        _network.Settle();
    }

    private void Offer(string unit, params (string Member, double Has)[] members) => Offer(unit, "PROCEDURES", members);

    private void Offer(string unit, string indicator, params (string Member, double Has)[] members) => _network.Report(
        Code(unit),
        [.. members.Select(one => Observe(indicator, June2024, one.Has).Of($"PROCEDURE={one.Member}"))]);

    private Aggregate AssertFigure(string unit, string code, double value, int reported)
    {
        var (indicator, ordinal) = Find(code);
        Assert.True(_network.Table(Code(unit)).TryGetTotal(ordinal, June2024, out var slot));
        Assert.Equal(reported, slot.Aggregate.Reported);
        Assert.Equal(value, Aggregation.ValueOf(indicator, default, slot.Aggregate).GetValueOrDefault(), 1e-9);
        _network.AssertEqualsRecompute();
        return slot.Aggregate;
    }
}
