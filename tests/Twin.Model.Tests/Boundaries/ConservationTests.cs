using Twin.Model.Boundaries;
using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;
using Twin.TestKit;

namespace Twin.Model.Tests.Boundaries;

/// <summary>Nothing is lost and nothing is made by re-basing, whatever the tree and the successions.</summary>
public sealed class ConservationTests
{
    private const double Relative = 1e-9;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 200)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_sum_is_conserved_from_any_tree_to_any_later_one(int seed)
    {
        var reform = new RandomReform(seed);
        var flows = new BoundaryFlows(reform.City);
        var random = new Random(seed);
        foreach (var from in reform.Dates)
        {
            foreach (var to in reform.Dates.Where(date => date >= from))
            {
                foreach (var weight in Enum.GetValues<ShareWeight>())
                {
                    AssertConserved(reform.City, flows.Between(from, to, weight), from, to, random, seed);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Backwards_what_is_not_placed_is_named_and_the_rest_is_conserved(int seed)
    {
        var reform = new RandomReform(seed);
        var flow = new BoundaryFlows(reform.City).Between(reform.Dates[^1], reform.Dates[0], ShareWeight.Area);
        var random = new Random(seed);
        var figures = Figures(reform.City, reform.Dates[^1], random);

        var placed = flow.Target.Units.Where(unit => unit.Level == AdministrativeLevel.Commune)
            .Sum(unit => Sum(reform.City, flow, reform.Dates[0], unit.Code, figures));

        var expected = figures.Values.Sum(
            figure => (1 - flow.Outside(figure.Unit)) * figure.Numerator.GetValueOrDefault());
        var above = flow.Rows.Where(row => figures.ContainsKey(row.Key)).Sum(row => row.Value
            .Where(share => flow.Target.Find(share.Unit)!.Level != AdministrativeLevel.Commune)
            .Sum(share => share.Share * figures[row.Key].Numerator.GetValueOrDefault()));
        AssertSame(expected - above, placed, seed);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Two_steps_give_what_the_one_over_both_gives(int seed)
    {
        var reform = new RandomReform(seed);
        var flows = new BoundaryFlows(reform.City);
        var middle = reform.Dates[reform.Dates.Count / 2];
        var (first, second) = (
            flows.Between(reform.Dates[0], middle, ShareWeight.Area),
            flows.Between(middle, reform.Dates[^1], ShareWeight.Area));
        var whole = flows.Between(reform.Dates[0], reform.Dates[^1], ShareWeight.Area);

        foreach (var (source, shares) in whole.Rows)
        {
            foreach (var share in shares)
            {
                var product = first.Rows[source].Sum(half => half.Share
                    * second.Rows[half.Unit].Where(rest => rest.Unit == share.Unit).Sum(rest => rest.Share));
                AssertSame(share.Share, product, seed);
            }
        }
    }

    private static void AssertConserved(
        CityDefinition city, BoundaryFlow flow, DateOnly from, DateOnly to, Random random, int seed)
    {
        var figures = Figures(city, from, random);
        var expected = figures.Values.Sum(figure => figure.Numerator.GetValueOrDefault());

        var communes = flow.Target.Units.Where(unit => unit.Level == AdministrativeLevel.Commune)
            .Sum(unit => Sum(city, flow, to, unit.Code, figures));
        var root = Sum(city, flow, to, TestCity.Code("31"), figures);

        AssertSame(expected, communes, seed);
        AssertSame(expected, root, seed);
    }

    private static Dictionary<AdministrativeUnitCode, Rollup> Figures(
        CityDefinition city, DateOnly date, Random random) =>
        city.Tree.On(date).Units.Where(unit => unit.Level == AdministrativeLevel.Commune).ToDictionary(
            unit => unit.Code,
            unit => new Rollup(
                unit.Code,
                TestCity.Indicator("REVENUE"),
                TimePeriod.Month(2024, 6),
                null,
                Math.Pow(10, random.Next(-3, 9)) * random.NextDouble(),
                null,
                1,
                1,
                0,
                DateTimeOffset.UnixEpoch,
                1));

    private static double Sum(
        CityDefinition city,
        BoundaryFlow flow,
        DateOnly to,
        AdministrativeUnitCode unit,
        Dictionary<AdministrativeUnitCode, Rollup> figures)
    {
        Assert.True(city.Indicators.TryGet(TestCity.Indicator("REVENUE"), out Indicator? indicator));
        return Rebasing.Figure(flow, to, unit, indicator, TimePeriod.Month(2024, 6), figures).Figure.Value ?? 0;
    }

    private static void AssertSame(double expected, double actual, int seed) => Assert.True(
        Math.Abs(expected - actual) <= Relative * expected,
        FormattableString.Invariant($"seed {seed}: {expected:R} became {actual:R}"));
}
