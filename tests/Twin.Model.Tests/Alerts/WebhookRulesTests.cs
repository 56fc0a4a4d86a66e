using Twin.Model.Alerts;

namespace Twin.Model.Tests.Alerts;

public sealed class WebhookRulesTests
{
    [Theory]
    [InlineData(1, 5)]
    [InlineData(2, 10)]
    [InlineData(3, 20)]
    [InlineData(10, 2_560)]
    [InlineData(11, 3_600)]
    [InlineData(200, 3_600)]
    public void A_wait_doubles_up_to_an_hour_less_up_to_half_by_chance(int failures, int longestSeconds)
    {
        var random = new Random(1);
        var waits = Enumerable.Range(0, 200)
            .Select(_ => WebhookRules.WaitAfter(failures, random).TotalSeconds).ToArray();

        Assert.All(waits, wait => Assert.InRange(wait, longestSeconds / 2.0, longestSeconds));
        Assert.True(waits.Max() - waits.Min() > longestSeconds / 4.0);
    }
}
