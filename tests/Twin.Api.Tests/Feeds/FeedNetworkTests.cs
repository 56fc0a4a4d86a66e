using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Twin.Model.Vessels;

namespace Twin.Api.Tests.Feeds;

public sealed class FeedNetworkTests
{
    private const string Block = @"\s:rVT1,c:1795348800*70\";
    private const string Other = @"\s:rHP2,c:1795348801*68\";

    // How long the clock of a test stands still, for what it has set off to happen.
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    [Fact]
    public async Task Sentences_of_two_connections_count_once()
    {
        await using var app = await FeedApp.StartAsync();
        using var one = await FeedApp.ConnectAsync(app);
        using var two = await FeedApp.ConnectAsync(app);

        await FeedApp.SendAsync(one, $"{Block}{FeedApp.Sentence}\r\n");
        await FeedApp.AcceptedAsync(app, "ais-tcp", 1);
        await FeedApp.SendAsync(two, $"{Other}{FeedApp.Sentence}\r\n");
        var feed = await FeedApp.UntilAsync(
            app, "ais-tcp", one => one.GetProperty("keptApart").GetProperty("otherReceiver").GetInt32() == 1);

        Assert.Equal(1, feed.GetProperty("accepted").GetInt32());
        var ship = await app.GetAsync("/v1/vessels/440348000");
        Assert.Equal(-70.7582, ship.GetProperty("lastPosition").GetProperty("longitude").GetDouble());
    }

    [Fact]
    public async Task A_sender_that_names_no_receiver_is_one_by_its_address()
    {
        await using var app = await FeedApp.StartAsync();
        using var socket = await FeedApp.ConnectAsync(app);

        await FeedApp.SendAsync(socket, $"{FeedApp.Sentence}\n{Block}{FeedApp.Sentence}\n");
        var feed = await FeedApp.UntilAsync(
            app, "ais-tcp", one => one.GetProperty("keptApart").GetProperty("otherReceiver").GetInt32() == 1);

        Assert.Equal(1, feed.GetProperty("accepted").GetInt32());
    }

    [Fact]
    public async Task Lines_of_JSON_may_come_between_and_say_how_late_they_are()
    {
        await using var app = await FeedApp.StartAsync();
        using var socket = await FeedApp.ConnectAsync(app);
        var now = app.Clock.GetUtcNow();

        await FeedApp.SendAsync(
            socket, FeedApp.Row("HP-1", now.AddMinutes(-3)) + "\nnothing of ours\n{\"vessel\":\n"
            + FeedApp.Row("HP-2", now.AddMinutes(-1)));
        var feed = await FeedApp.AcceptedAsync(app, "ais-tcp", 2);

        Assert.Equal(120, feed.GetProperty("lagSeconds").GetDouble());
        Assert.Equal(1, feed.GetProperty("refused").GetInt32());
        Assert.Equal(0, feed.GetProperty("errors").GetInt32());
    }

    [Fact]
    public async Task A_datagram_may_hold_several_lines_and_need_not_end_in_one()
    {
        await using var app = await FeedApp.StartAsync();
        using var socket = new UdpClient();
        var now = app.Clock.GetUtcNow();

        var text = FeedApp.Sentence + "\n" + FeedApp.Row("HP-1", now).TrimEnd();
        await socket.SendAsync(Encoding.UTF8.GetBytes(text), FeedApp.UdpOf(app));
        await FeedApp.AcceptedAsync(app, "ais-udp", 2);

        await app.GetAsync("/v1/vessels/HP-1");
        await app.GetAsync("/v1/vessels/440348000");
    }

    [Fact]
    public async Task An_endless_line_is_one_refusal_and_what_follows_counts()
    {
        await using var app = await FeedApp.StartAsync();
        using var socket = await FeedApp.ConnectAsync(app);

        await FeedApp.SendAsync(socket, new string('x', 3_000_000) + "\n" + FeedApp.Sentence + "\n");
        var feed = await FeedApp.AcceptedAsync(app, "ais-tcp", 1);

        Assert.Equal(1, feed.GetProperty("refused").GetInt32());
    }

    [Fact]
    public async Task A_sender_that_sends_drop_by_drop_is_left()
    {
        await using var app = await FeedApp.StartAsync();
        using var socket = await FeedApp.ConnectAsync(app);

        await FeedApp.SendAsync(socket, FeedApp.Sentence + "\n");
        await FeedApp.AcceptedAsync(app, "ais-tcp", 1);
        var closed = FeedApp.IsClosedAsync(socket);
        for (var i = 0; i < 100 && !closed.IsCompleted && await TryDripAsync(socket); i++)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            await Task.WhenAny(closed, Task.Delay(Look));
        }

        // A call under way may take longer than the clock lets it, so no more can be said than that.
        Assert.True(await closed);
    }

    [Fact]
    public async Task A_sender_of_something_else_is_left()
    {
        await using var app = await FeedApp.StartAsync(options => options.MaxBadLines = 5);
        using var socket = await FeedApp.ConnectAsync(app);

        var bad = FeedApp.Sentence[..^1] + "3\n";
        await FeedApp.SendAsync(socket, string.Concat(Enumerable.Repeat(bad, 6)));

        Assert.True(await FeedApp.IsClosedAsync(socket));
        var feed = await FeedApp.UntilAsync(app, "ais-tcp", one => one.GetProperty("errors").GetInt32() == 1);
        Assert.Contains("no reports", feed.GetProperty("lastError").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_not_send_is_turned_away()
    {
        await using var app = await FeedApp.StartAsync(options => options.Senders = "10.1.0.0/16,192.0.2.7");
        using var socket = await FeedApp.ConnectAsync(app);
        using var datagrams = new UdpClient();

        Assert.True(await FeedApp.IsClosedAsync(socket));
        await datagrams.SendAsync(Encoding.UTF8.GetBytes(FeedApp.Sentence), FeedApp.UdpOf(app));

        await FeedApp.UntilAsync(app, "ais-tcp", one => one.GetProperty("errors").GetInt32() == 1);
        await FeedApp.UntilAsync(app, "ais-udp", one => one.GetProperty("errors").GetInt32() == 1);
        await app.GetProblemAsync("/v1/vessels/440348000", 404);
    }

    [Fact]
    public async Task There_are_no_more_connections_than_may_be()
    {
        await using var app = await FeedApp.StartAsync(options => options.MaxConnectionsPerAddress = 1);
        using var one = await FeedApp.ConnectAsync(app);
        await FeedApp.SendAsync(one, FeedApp.Sentence + "\n");
        await FeedApp.AcceptedAsync(app, "ais-tcp", 1);

        using var two = await FeedApp.ConnectAsync(app);

        Assert.True(await FeedApp.IsClosedAsync(two));
        await FeedApp.SendAsync(one, FeedApp.Row("HP-1", app.Clock.GetUtcNow()));
        await FeedApp.AcceptedAsync(app, "ais-tcp", 2);
    }

    [Fact]
    public async Task What_was_sent_before_a_stop_is_kept()
    {
        // Some 30 KB: no more than this machine takes from the sender before anybody reads.
        const int Rows = 400;
        await using var app = await FeedApp.StartAsync();
        var begin = app.Clock.GetUtcNow().AddHours(-3);
        using var socket = await FeedApp.ConnectAsync(app);
        using var datagrams = new UdpClient();
        await FeedApp.SendAsync(socket, FeedApp.Row("HP-1", begin));
        await FeedApp.AcceptedAsync(app, "ais-tcp", 1);

        var rows = Enumerable.Range(1, Rows).Select(i => FeedApp.Row("HP-1", begin.AddSeconds(2 * i)));
        await FeedApp.SendAsync(socket, string.Concat(rows));
        await datagrams.SendAsync(Encoding.UTF8.GetBytes(FeedApp.Sentence), FeedApp.UdpOf(app));
        await app.StopAsync();

        Assert.Equal(Rows + 1, await CountAsync(app, "HP-1"));
        Assert.Equal(1, await CountAsync(app, "440348000"));
    }

    [Fact]
    public async Task A_lost_receiver_is_connected_to_again()
    {
        using var receiver = new TcpListener(IPAddress.Loopback, 0);
        receiver.Start();
        var port = ((IPEndPoint)receiver.LocalEndpoint).Port;
        await using var app = await FeedApp.StartAsync(
            options => options.Receivers = FormattableString.Invariant($"do-son=127.0.0.1:{port}"));
        using (var first = await receiver.AcceptSocketAsync())
        {
            await FeedApp.SendAsync(first, FeedApp.Sentence + "\n");
            await FeedApp.AcceptedAsync(app, "do-son", 1);
        }

        await FeedApp.UntilAsync(app, "do-son", one => one.GetProperty("errors").GetInt32() == 1);
        var again = receiver.AcceptSocketAsync();
        while (!again.IsCompleted)
        {
            app.Clock.Advance(TimeSpan.FromMilliseconds(250));
            await Task.WhenAny(again, Task.Delay(Look));
        }

        using var second = await again;
        await FeedApp.SendAsync(second, FeedApp.Row("HP-1", app.Clock.GetUtcNow()));
        var feed = await FeedApp.AcceptedAsync(app, "do-son", 2);
        Assert.Equal(1, feed.GetProperty("errors").GetInt32());
        Assert.Contains("closed", feed.GetProperty("lastError").GetString(), StringComparison.Ordinal);
    }

    private static async Task<bool> TryDripAsync(Socket socket)
    {
        try
        {
            await FeedApp.SendAsync(socket, "!");
            return true;
        }
        catch (SocketException)
        {
            return false; // The other side has gone, as it should.
        }
    }

    private static async Task<int> CountAsync(TwinApp app, string vessel)
    {
        var id = VesselId.Parse(vessel, CultureInfo.InvariantCulture);
        var count = 0;
        var log = app.Service<IPositionLog>();
        await foreach (var batch in log.ReadAsync(FleetShards.Of(id), 0, CancellationToken.None))
        {
            count += batch.Reports.Count(report => report.Vessel == id);
        }

        return count;
    }
}
