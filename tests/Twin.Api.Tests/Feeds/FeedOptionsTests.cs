using Microsoft.Extensions.Options;
using Twin.Api.Feeds;

namespace Twin.Api.Tests.Feeds;

public sealed class FeedOptionsTests
{
    public static TheoryData<string, Action<FeedOptions>> Wrong() => new()
    {
        { "an address without a port", options => options.Tcp = "127.0.0.1" },
        { "an address of IPv6 without a port", options => options.Udp = "::1" },
        { "a name, which may be any interface", options => options.Tcp = "localhost:10110" },
        { "a receiver without a code", options => options.Receivers = "10.0.0.5:10110" },
        { "a receiver without a port", options => options.Receivers = "do-son=10.0.0.5" },
        { "a code twice", options => options.Receivers = "a=10.0.0.5:1;a=10.0.0.6:1" },
        { "a code with a space", options => options.Receivers = "a b=10.0.0.5:1" },
        { "port 0", options => options.Receivers = "a=10.0.0.5:0" },
        { "no network", options => options.Senders = "10.0.0.0/33" },
        { "the second wait shorter than the first", options => options.ReconnectAfter = TimeSpan.FromSeconds(61) },
        { "no connections", options => options.MaxConnections = 0 },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Settings_that_cannot_be_used_stop_the_start(string name, Action<FeedOptions> configure)
    {
        var failure = await Record.ExceptionAsync(async () =>
        {
            await using var app = await FeedApp.StartAsync(configure);
        });

        Assert.True(failure is OptionsValidationException, $"{name}: {failure}");
    }

    [Theory]
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData("127.0.0.1", "127.0.0.2", false)]
    [InlineData("10.0.0.0/24, 192.0.2.7", "10.0.0.255", true)]
    [InlineData("10.0.0.0/24, 192.0.2.7", "10.0.1.0", false)]
    [InlineData("10.0.0.0/24", "::ffff:10.0.0.9", true)]
    [InlineData("::1/128", "::1", true)]
    [InlineData("", "127.0.0.1", false)]
    public void Who_may_send_is_a_list_of_networks(string list, string sender, bool isAllowed)
    {
        Assert.True(SenderList.TryParse(list, out var senders));

        Assert.Equal(isAllowed, senders.Allows(System.Net.IPAddress.Parse(sender)));
    }

    [Fact]
    public void A_list_of_receivers_may_hold_names_and_both_kinds_of_addresses()
    {
        Assert.True(FeedAddress.TryParseList("a=receiver.example:10110; b=[::1]:1 ;c=10.0.0.5:65535;", out var list));

        Assert.Equal(
            [new("a", "receiver.example", 10110), new("b", "::1", 1), new FeedAddress("c", "10.0.0.5", 65535)], list);
    }

    [Fact]
    public void Waits_grow_to_a_limit_are_never_alike_and_begin_anew()
    {
        var backoff = new Backoff(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20), new Random(7));

        var waits = Enumerable.Range(0, 10).Select(_ => backoff.Next().TotalSeconds).ToArray();
        backoff.Reset();
        var first = backoff.Next().TotalSeconds;

        double[] most = [1, 2, 4, 8, 16, 20, 20, 20, 20, 20];
        Assert.All(waits.Zip(most), pair => Assert.InRange(pair.First, pair.Second / 2, pair.Second));
        Assert.Equal(waits.Length, waits.Distinct().Count());
        Assert.InRange(first, 0.5, 1);
    }
}
