using Twin.Model.Observations;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.TestKit;
using static Twin.TestKit.TestCity;

namespace Twin.Grains.Tests.Units;

/// <summary>
/// Whatever comes in, in whatever order, the live figures equal a batch recompute from the log, bit for bit.
/// </summary>
public sealed class RollupConvergenceTests
{
    private static readonly string[] Communes = ["10001", "10002", "10003", "10004", "10005", "10006"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Live_figures_equal_the_batch_recompute_bit_for_bit(int seed)
    {
        var log = new InMemoryObservationLog(TimeProvider.System);
        await using var city = await GrainCity.OverAsync(log);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(client => ReportAtRandomAsync(city, (seed * 100) + client)));
        await city.Unit("31").Settle();

        await AssertEqualsRecomputeAsync(city, log);
    }

    [Fact]
    public async Task A_unit_above_that_fails_for_a_while_still_gets_everything()
    {
        var log = new FailingReads(new InMemoryObservationLog(TimeProvider.System), "301");
        await using var city = await GrainCity.OverAsync(log);
        await city.ReportAsync("10001", Observe("REVENUE", June2024, 0.1));
        await city.ReportAsync("10002", Observe("REVENUE", June2024, 0.7));
        await log.Failed;

        log.IsFailing = false;
        await ReportAtRandomAsync(city, 7);
        await city.Unit("31").Settle();

        await AssertEqualsRecomputeAsync(city, log);
    }

    private static async Task ReportAtRandomAsync(GrainCity city, int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            var period = TimePeriod.Month(2024, random.Next(1, 4));
            var status = random.Next(10) == 0 ? ObservationStatus.Missing : ObservationStatus.Normal;
            Observation[] observations =
            [
                Observe("REVENUE", period, random.NextDouble() * 1000, null, random.Next(50), status),
                Observe("RATING", period, random.NextDouble() * 10, random.Next(1, 9), random.Next(50), status),
                Observe("FIBER", period, random.Next(50), random.Next(50, 99), random.Next(50), status),
                Observe("WORST", period, random.NextDouble(), null, random.Next(50), status),
            ];
            random.Shuffle(observations);
            await city.ReportAsync(Communes[random.Next(Communes.Length)], observations);
        }
    }

    private static async Task AssertEqualsRecomputeAsync(GrainCity city, IObservationLog log)
    {
        var recompute = new BatchRecompute(city.Definition.Tree, city.Definition.Indicators);
        await foreach (var logged in log.ReadAllAsync(0, CancellationToken.None))
        {
            recompute.Add(logged);
        }

        var compared = 0;
        foreach (var (indicator, period, breakdown) in recompute.Cells())
        {
            foreach (var unit in city.Definition.Tree.On(period.End).Units)
            {
                var expected = recompute.Compute(unit.Code, indicator, period, breakdown);
                var live = await city.Unit(unit.Code.Value).GetRollup(
                    indicator.Code, period, null, breakdown);
                Assert.NotNull(live);
                Assert.Equal(Bits(expected.Reported > 0 ? expected.Numerator : null), Bits(live.Numerator));
                Assert.Equal(expected.Reported, live.Reported);
                Assert.Equal(
                    Bits(Aggregation.ValueOf(indicator, breakdown, expected)), Bits(live.Value));
                compared++;
            }
        }

        Assert.True(compared > 20, "Too few figures were compared.");
    }

    private static long? Bits(double? number) => number is { } n ? BitConverter.DoubleToInt64Bits(n) : null;
}
