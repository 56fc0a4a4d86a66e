using FsCheck;
using FsCheck.Fluent;
using Twin.Model.Indicators;
using Twin.Model.Units;
using static Twin.TestKit.TestCity;

namespace Twin.Model.Tests.Rollups;

/// <summary>Whatever happens to the messages, the figures end as a batch recompute makes them, bit for bit.</summary>
public sealed class RollupConvergenceTests
{
    private const int DeepestTree = 4;

    private static readonly IndicatorCatalog Indicators = CreateOfAllKinds().Indicators;

    [Fact]
    public void Any_order_repeat_loss_and_restart_converges_to_the_batch_recompute()
    {
        // Each step is a number, so that a failure shrinks to the fewest steps.
        var scenario =
            from depth in Gen.Choose(1, DeepestTree)
            from seed in Gen.Choose(0, 1_000_000)
            from steps in Gen.Choose(0, int.MaxValue).ArrayOf()
            select new Scenario(depth, seed, steps);
        var numbers = ArbMap.Default.ArbFor<int[]>();
        var arbitrary = Arb.From(scenario, s => numbers.Shrinker(s.Steps).Select(steps => s with { Steps = steps }));

        Prop.ForAll(arbitrary, s =>
        {
            var network = Play(s);
            network.Settle();
            network.AssertEqualsRecompute();
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400).WithEndSize(300).WithReplay(20_250_701, 4_127));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public void A_seeded_shuffle_of_all_messages_converges_to_the_batch_recompute(int seed)
    {
        var random = new Random(seed);
        var tree = RandomCity.Tree(DeepestTree, seed);
        var network = new RollupNetwork(tree, Indicators);
        AdministrativeUnitCode[] units = [.. network.Units];
        for (var i = 0; i < 500; i++)
        {
            network.Report(units[random.Next(units.Length)], RandomCity.Observation(Indicators, random));
        }

        for (var i = 0; i < 5_000; i++)
        {
            network.Send(units[random.Next(units.Length)], random.Next(1, 4));
            if (network.Travelling > 20)
            {
                network.Deliver(random.Next(network.Travelling));
            }
        }

        network.Settle();

        Assert.True(network.AssertEqualsRecompute() > 100, "The city is too small to tell anything.");
    }

    [Fact]
    public void Totals_and_versions_depend_on_what_was_reported_and_not_on_how_it_travelled()
    {
        var random = new Random(11);
        var tree = RandomCity.Tree(DeepestTree, 11);
        var live = new RollupNetwork(tree, Indicators);
        AdministrativeUnitCode[] units = [.. live.Units];
        for (var i = 0; i < 400; i++)
        {
            live.Report(units[random.Next(units.Length)], RandomCity.Observation(Indicators, random));
            live.Send(units[random.Next(units.Length)], random.Next(1, 4));
        }

        live.Settle();
        var before = live.Totals();
        foreach (var unit in units.OrderByDescending(u => u.Value.Length))
        {
            live.Restart(unit);
        }

        Assert.Equal(before, live.Totals());
    }

    [Fact]
    public void Adding_the_same_amounts_in_another_order_would_give_other_bits()
    {
        var random = new Random(3);
        double[] amounts =
        [
            .. Enumerable.Range(0, 4_000).Select(_ => RandomCity.Observation(Indicators, random))
                .Where(o => o.Indicator == Indicator("REVENUE")).Select(o => o.Value),
        ];

        var forwards = amounts.Aggregate((a, b) => a + b);
        var backwards = amounts.Reverse().Aggregate((a, b) => a + b);

        Assert.NotEqual(BitConverter.DoubleToInt64Bits(forwards), BitConverter.DoubleToInt64Bits(backwards));
    }

    [Fact]
    public void At_the_country_s_size_every_figure_equals_the_batch_recompute()
    {
        var random = new Random(63);
        var tree = RandomCity.Country();
        var network = new RollupNetwork(tree, Indicators);
        AdministrativeUnitCode[] communes =
            [.. tree.Versions.Where(u => u.Level == AdministrativeLevel.Commune).Select(u => u.Code)];
        random.Shuffle(communes);
        foreach (var commune in communes)
        {
            network.Report(
                commune,
                Observe("REVENUE", June2024, random.NextDouble() * Math.Pow(10, random.Next(-3, 9))),
                Observe("FIBER", June2024, random.Next(1_000), random.Next(1_000, 3_000)),
                Observe("RATING", June2024, random.NextDouble() * 10, random.Next(1, 9_000)),
                Observe("WORST", June2024, random.NextDouble()));
            network.Send(commune, 3);
            network.Send(commune, 3);
            while (network.Travelling > 1_000)
            {
                Travel(network, random);
            }
        }

        network.Settle();

        Assert.Equal(10_598, tree.On(June2024.End).CountAtLevel(Code("0"), AdministrativeLevel.Commune));
        Assert.Equal((1 + 63 + 705 + 10_598) * 4, network.AssertEqualsRecompute());
    }

    private static RollupNetwork Play(Scenario scenario)
    {
        var network = new RollupNetwork(RandomCity.Tree(scenario.Depth, scenario.Seed), Indicators);
        AdministrativeUnitCode[] units = [.. network.Units];
        foreach (var step in scenario.Steps)
        {
            var random = new Random(step);
            var unit = units[random.Next(units.Length)];
            switch (random.Next(10))
            {
                case < 4:
                    network.Report(unit, RandomCity.Observation(Indicators, random));
                    break;
                case < 7:
                    network.Send(unit, random.Next(1, 4));
                    break;
                case 7 when random.Next(4) == 0:
                    network.Restart(unit);
                    break;
                default:
                    Travel(network, random);
                    break;
            }
        }

        return network;
    }

    private static void Travel(RollupNetwork network, Random random)
    {
        if (network.Travelling == 0)
        {
            return;
        }

        var message = random.Next(network.Travelling);
        switch (random.Next(10))
        {
            case 0:
                network.Lose(message);
                break;
            case 1:
                network.LoseAnswer(message);
                break;
            case 2:
                network.LoseWithSender(message);
                break;
            case 3:
                network.Repeat(message);
                break;
            default:
                network.Deliver(message);
                break;
        }
    }

    private sealed record Scenario(int Depth, int Seed, int[] Steps);
}
