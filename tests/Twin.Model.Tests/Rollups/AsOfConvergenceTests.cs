using FsCheck;
using FsCheck.Fluent;
using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.Model.Units;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Rollups;

/// <summary>
/// The rolled-up answer as of any past instant is what a recompute makes of the log as it was then, bit for bit,
/// whatever came later: corrections, withdrawals, parts of what had been a total.
/// </summary>
public sealed class AsOfConvergenceTests
{
    private static readonly IndicatorCatalog Indicators = CreateOfAllKinds().Indicators;

    [Fact]
    public void As_of_any_instant_every_figure_equals_a_recompute_of_the_log_until_then()
    {
        var scenario =
            from depth in Gen.Choose(1, 4)
            from seed in Gen.Choose(0, 1_000_000)
            from steps in Gen.Choose(0, int.MaxValue).ArrayOf()
            select (Depth: depth, Seed: seed, Steps: steps);
        var numbers = ArbMap.Default.ArbFor<int[]>();
        var arbitrary = Arb.From(
            scenario, s => numbers.Shrinker(s.Steps).Select(steps => (s.Depth, s.Seed, Steps: steps)));
        var compared = 0;

        Prop.ForAll(arbitrary, s => compared += Check(s.Depth, s.Seed, s.Steps))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(250).WithEndSize(250).WithReplay(20_260_701, 815));

        Assert.True(compared > 5_000, compared.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static int Check(int depth, int seed, int[] steps)
    {
        var tree = RandomCity.Tree(depth, seed);
        var network = new RollupNetwork(tree, Indicators);
        AdministrativeUnitCode[] units = [.. network.Units];
        foreach (var step in steps)
        {
            // A restart now and then: what is read back from the log must know the past as well.
            var random = new Random(step);
            var unit = units[random.Next(units.Length)];
            network.Report(
                unit, [.. Enumerable.Range(0, 3).Select(_ => RandomCity.Observation(Indicators, random))]);
            if (random.Next(20) == 0)
            {
                network.Restart(unit);
            }
        }

        if (network.Log.Count == 0)
        {
            return 0;
        }

        var asOf = network.Log[new Random(seed).Next(network.Log.Count)].RecordedAt;
        var recompute = new BatchRecompute(tree, Indicators);
        foreach (var logged in network.Log.Where(one => one.RecordedAt <= asOf))
        {
            recompute.Add(logged);
        }

        var compared = 0;
        foreach (var (indicator, period, breakdown) in recompute.Cells())
        {
            Assert.True(Indicators.TryGetOrdinal(indicator.Code, out var ordinal));
            var unit = units[compared++ % units.Length];
            var found = network.TableAsOf(unit, ordinal, period, asOf)
                .TryGetTotal(ordinal, period, out var total, breakdown);
            var then = found ? total.Aggregate : Aggregate.None;
            var expected = recompute.Compute(unit, indicator, period, breakdown);
            Assert.True(
                RollupNetwork.Bits(expected) == RollupNetwork.Bits(then),
                $"{unit} {indicator.Code} {period} {breakdown} as of {asOf:O}: {then}, recomputed {expected}");
        }

        return compared;
    }
}
