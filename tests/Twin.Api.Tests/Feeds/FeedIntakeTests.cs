using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Twin.Api.Feeds;
using Twin.Api.Vessels;
using Twin.Model.Vessels;

namespace Twin.Api.Tests.Feeds;

public sealed class FeedIntakeTests
{
    [Fact]
    public async Task While_as_much_waits_as_may_nothing_more_is_read()
    {
        await using var app = await TwinApp.StartAsync();
        var options = new FeedOptions { MaxWaiting = 100 };
        var intake = Intake(app, options);
        var begin = app.Clock.GetUtcNow().AddHours(-3);
        var text = string.Concat(
            Enumerable.Range(0, 5_000).Select(i => FeedApp.Row("HP-1", begin.AddSeconds(2 * i))));
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));

        // Every read is answered at once, so it comes back when it waits for room.
        var reading = FeedConnection.ReadAsync(
            stream, "test", intake, options, app.Clock, static () => { }, CancellationToken.None);
        var read = stream.Position;
        var keeping = intake.RunAsync(CancellationToken.None);
        await reading;
        intake.Complete();
        await keeping;

        Assert.InRange(read, 1, stream.Length / 2);
        Assert.Equal(stream.Length, stream.Position);
        await FeedApp.AcceptedAsync(app, "test", 5_000);
    }

    [Fact]
    public async Task What_the_log_does_not_take_is_tried_again()
    {
        var log = new FailingPositionLog(failures: 3);
        await using var app = await TwinApp.StartAsync(
            services: services => services.AddSingleton<IPositionLog>(log));
        // The waits between are short; the clock of the test would have to run for the calls as well.
        var intake = Intake(app, new FeedOptions(), TimeProvider.System);
        var report = new PositionReport
        {
            Vessel = VesselId.Parse("HP-1", CultureInfo.InvariantCulture),
            PhenomenonTime = app.Clock.GetUtcNow(),
            Position = new(107.5, 20.3),
            Feed = "test",
        };

        await intake.TakeAsync(new FeedItem(report, null), CancellationToken.None);
        intake.Complete();
        await intake.RunAsync(CancellationToken.None);

        Assert.Equal(4, log.Attempts);
        await FeedApp.AcceptedAsync(app, "test", 1);
    }

    private static FeedIntake Intake(TwinApp app, FeedOptions options, TimeProvider? time = null) => new(
        "test",
        app.Service<PositionDesk>(),
        app.Service<FeedMetrics>(),
        options,
        time ?? app.Clock,
        NullLogger.Instance);
}
