using Twin.Model.Boundaries;
using static Twin.Model.Tests.Boundaries.SmallReform;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Boundaries;

/// <summary>Each figure here can be checked with a pencil.</summary>
public sealed class RebasingTests
{
    private const double Tolerance = 1e-9;

    private static readonly CityDefinition City = SmallReform.Create();
    private static readonly CityDefinition Kinds = City with { Indicators = CreateOfAllKinds().Indicators };

    [Fact]
    public void A_sum_is_divided_by_area_when_that_is_asked_for()
    {
        var (figure, note) = Rebase(
            City, "20001", "REVENUE", ShareWeight.Area, ("10001", 10, null), ("10002", 20, null), ("10003", 100, null));

        Assert.Equal(90, figure.Value!.Value, Tolerance); // 10 + 20 + 0.6 · 100
        Assert.Equal((3, 3), (figure.Reported, figure.Expected));
        Assert.Equal(ShareMethod.Area, note.Method);
        Assert.Equal(ShareBasis.Official, note.Basis);
        Assert.Equal(60.0 / 90, note.DividedShare, Tolerance);
        Assert.Equal((30.0, 130.0), (note.Lower, note.Upper));
    }

    [Fact]
    public void People_weigh_area_by_the_density_of_where_it_went_and_the_difference_is_the_error()
    {
        var (figure, note) = Rebase(
            City, "20001", "REVENUE", ShareWeight.Population, ("10001", 10, null), ("10003", 100, null));

        // 0.6 · 3 against 0.4 · 1: 1.8 / 2.2.
        Assert.Equal(10 + (100 * 1.8 / 2.2), figure.Value!.Value, Tolerance);
        Assert.Equal(100 * ((1.8 / 2.2) - 0.6), note.StandardError!.Value, Tolerance);
        Assert.Equal((ShareMethod.Population, ShareBasis.Inferred), (note.Method, note.Basis));
    }

    [Fact]
    public void A_published_share_of_people_goes_before_every_estimate()
    {
        var city = City with
        {
            Successions =
            [
                .. City.Successions.Select(row => row.Predecessor != Code("10003") ? row
                    : row with { PopulationShare = 0.5 }),
            ],
        };

        var (figure, note) = Rebase(city, "20001", "REVENUE", ShareWeight.Population, ("10003", 100, null));

        Assert.Equal(50, figure.Value!.Value, Tolerance);
        Assert.Equal(ShareBasis.Official, note.Basis);
    }

    [Fact]
    public void A_ratio_goes_through_its_numerator_and_denominator()
    {
        var (figure, note) = Rebase(
            City, "20001", "FIBER", ShareWeight.Area, ("10001", 90, 100), ("10003", 10, 100));

        Assert.Equal(100 * (90 + 6) / (100 + 60.0), figure.Value!.Value, Tolerance);
        Assert.Equal((96.0, 160.0), (figure.Numerator!.Value, figure.Denominator!.Value));
        Assert.Equal(60.0 / 160, note.DividedShare, Tolerance);
        // All of 10003 in, 100/200, or none, 90/100.
        Assert.Equal(50, note.Lower!.Value, Tolerance);
        Assert.Equal(90, note.Upper!.Value, Tolerance);
        // δ = 1.8/2.2 − 0.6, times (10 − 0.6·100)/160.
        Assert.Equal(100 * ((1.8 / 2.2) - 0.6) * 50 / 160, note.StandardError!.Value, Tolerance);
    }

    [Fact]
    public void A_weighted_mean_is_a_ratio_of_its_sums()
    {
        var (figure, _) = Rebase(
            City, "20001", "RATING", ShareWeight.Area, ("10001", 5 * 100, 100), ("10003", 8 * 100, 100));

        Assert.Equal((500 + (0.6 * 800)) / 160, figure.Value!.Value, Tolerance);
    }

    [Theory]
    [InlineData("BEST", 7, 3, 7.0, "the whole unit holds the largest")]
    [InlineData("BEST", 3, 7, null, "the divided unit's largest may lie on the other side")]
    [InlineData("WORST", 3, 7, 3.0, "the whole unit holds the smallest")]
    [InlineData("WORST", 7, 3, null, "the divided unit's smallest may lie on the other side")]
    public void An_extreme_is_known_only_where_no_divided_unit_could_hold_it(
        string indicator, double whole, double divided, double? value, string because)
    {
        var (figure, note) = Rebase(
            City, "20001", indicator, ShareWeight.Area, ("10001", whole, null), ("10003", divided, null));

        Assert.True(figure.Value.Equals(value), because);
        Assert.Equal(value is null ? "extreme_divided" : null, note.ReasonCode);
        Assert.Equal((Math.Min(whole, value ?? divided), Math.Max(whole, value ?? divided)), (note.Lower, note.Upper));
    }

    [Theory]
    [InlineData("ALL-DONE", 0, 1, 0.0, "one whole unit that is not done is enough")]
    [InlineData("ALL-DONE", 1, 0, null, "what is not done may lie on the other side")]
    [InlineData("ANY-DONE", 1, 0, 1.0, "one whole unit that is done is enough")]
    [InlineData("ANY-DONE", 0, 1, null, "what is done may lie on the other side")]
    public void Whether_all_or_any_are_done_is_known_where_no_divided_unit_decides_it(
        string indicator, double whole, double divided, double? value, string because)
    {
        var (figure, note) = Rebase(
            Kinds, "20001", indicator, ShareWeight.Area, ("10001", whole, null), ("10003", divided, null));

        Assert.True(figure.Value.Equals(value), because);
        Assert.Equal(value is null ? "extreme_divided" : null, note.ReasonCode);
    }

    [Theory]
    [InlineData(5, 5.0, 5, 5, "the middle is the same with it and without")]
    [InlineData(100, null, 5, 9, "with it the middle would be higher")]
    [InlineData(-7, null, 1, 5, "with it the middle would be lower")]
    public void A_median_is_known_where_it_is_the_same_with_the_divided_unit_and_without(
        double divided, double? value, double lower, double upper, string because)
    {
        var (figure, note) = Rebase(
            Kinds,
            "20001",
            "MIDDLE",
            ShareWeight.Area,
            ("10001", 1, null),
            ("10002", 9, null),
            ("10003", divided, null));

        Assert.True(figure.Value.Equals(value), because);
        Assert.Equal((lower, upper), (note.Lower, note.Upper));
        Assert.Equal(value is null ? "order_divided" : null, note.ReasonCode);
    }

    [Fact]
    public void A_distinct_count_of_two_units_lies_between_the_larger_and_both()
    {
        var (two, note) = Rebase(
            Kinds, "20001", "PROCEDURES", ShareWeight.Area, ("10001", 5, null), ("10002", 4, null));
        var (one, _) = Rebase(Kinds, "20001", "PROCEDURES", ShareWeight.Area, ("10001", 5, null));

        Assert.Null(two.Value);
        Assert.Equal(("not_additive", 5.0, 9.0), (note.ReasonCode, note.Lower, note.Upper));
        Assert.Equal(5, one.Value);
    }

    [Fact]
    public void The_whole_city_is_exact_because_both_parts_are_in_it()
    {
        var (figure, note) = Rebase(
            City, "31", "REVENUE", ShareWeight.Population, ("10001", 10, null), ("10003", 100, null));

        Assert.Equal(110, figure.Value);
        Assert.Equal((0, 0.0, 0.0), (note.DividedSources, note.DividedShare, note.StandardError));
        Assert.Equal((110.0, 110.0), (note.Lower, note.Upper));
    }

    [Fact]
    public void Units_that_nothing_is_known_of_are_named_and_expected()
    {
        var (figure, note) = Rebase(City, "20002", "REVENUE", ShareWeight.Area, ("10005", 1, null));

        Assert.Equal([Code("99999")], note.Missing.AsEnumerable());
        Assert.Equal((1, 4), (figure.Reported, figure.Expected)); // 10003, 10005, 10006 and 99999.
        Assert.Contains("not in the data", note.TextEn, StringComparison.Ordinal);
        Assert.Contains("Thiếu", note.TextVi, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_that_stands_for_another_unit_later_brings_nothing_of_its_old_one()
    {
        var (figure, _) = Rebase(
            City, "10001", "REVENUE", ShareWeight.Area, ("10001", 10, null), ("10004", 4, null));

        Assert.Equal(4, figure.Value);
    }

    [Fact]
    public void Districts_that_end_give_their_own_figures_to_the_city_and_to_no_commune()
    {
        var figures = new (string, double, double?)[] { ("301", 30, 100), ("302", 50, 100) };

        var city = Rebase(City, "31", "FILES", ShareWeight.Area, figures);
        var commune = Rebase(City, "20001", "FILES", ShareWeight.Area, figures);

        Assert.Equal(40, city.Figure.Value);
        Assert.Null(commune.Figure.Value);
        Assert.Equal("No unit of then belongs here.", commune.Note.TextEn);
    }

    [Fact]
    public void Backwards_a_unit_made_of_several_is_divided_by_their_area()
    {
        var (figure, note) = Rebase(
            City, After, Before, "10001", "REVENUE", ShareWeight.Area, ("20001", 52, null), ("10001", 4, null));

        // 20001 is 4 km² of 10001, 4 of 10002 and 2.4 of 10003.
        Assert.Equal(52 * 4 / 10.4, figure.Value!.Value, Tolerance);
        Assert.Equal(ShareMethod.Area, note.Method);
    }

    [Fact]
    public void Backwards_nothing_is_made_up_of_a_unit_with_an_unknown_part()
    {
        var (figure, _) = Rebase(City, After, Before, "10005", "REVENUE", ShareWeight.Area, ("20002", 52, null));

        Assert.Null(figure.Value);
        Assert.Equal(1, new BoundaryFlows(City).Between(After, Before, ShareWeight.Area).Outside(Code("20002")));
    }

    [Theory]
    [InlineData(0.5, null, 0.5, "what the known share leaves")]
    [InlineData(1.0, null, 1.0, "nothing is left: the other part is not to be seen on the map")]
    [InlineData(0.6, 0.6, 0.5, "shares that add up to 1.2 are made to add up to 1")]
    [InlineData(null, null, 0.5, "equal parts, for want of better")]
    public void Shares_that_are_not_complete_are_completed(double? one, double? other, double expected, string because)
    {
        var city = City with { Successions = [Part("10003", "20001", one), Part("10003", "20002", other)] };

        var shares = new BoundaryFlows(city).Between(Before, After, ShareWeight.Area).Rows[Code("10003")];

        Assert.True(Math.Abs(shares.First(share => share.Unit == Code("20001")).Share - expected) < Tolerance, because);
        Assert.Equal(1, shares.Sum(share => share.Share), Tolerance);
    }

    [Fact]
    public void The_boundaries_of_then_give_the_figure_itself()
    {
        var (figure, note) = Rebase(
            City, Before, Before, "10003", "REVENUE", ShareWeight.Population, ("10003", 100, null));

        Assert.Equal(100, figure.Value);
        Assert.Equal((ShareMethod.Whole, ShareBasis.Official), (note.Method, note.Basis));
    }

    [Fact]
    public void A_unit_that_ends_and_is_named_by_no_succession_goes_on_above()
    {
        var city = City with { Successions = [] };

        var shares = new BoundaryFlows(city).Between(Before, After, ShareWeight.Area).Rows[Code("10003")];

        Assert.Equal(Code("31"), Assert.Single(shares).Unit);
    }
}
