using System.Diagnostics;
using Twin.Api.Hosting;
using Twin.Grains.Alerts;
using Twin.Grains.Units;
using Twin.Grains.Vessels;
using Twin.Model;
using Twin.Model.Cities;
using Twin.Model.Observations;
using Twin.Model.Units;
using Twin.Silo.Demo;

namespace Twin.Silo.Hosting;

/// <summary>
/// Brings the city up after the server listens: rebuilds every roll-up from the log, fills an empty log with
/// demonstration observations where asked to, and then says that the silo is ready.
/// </summary>
internal sealed partial class CityStarter(
    LiveCity live,
    IObservationLog log,
    IGrainFactory grains,
    DemoLoader demo,
    DemoFleetLoader fleet,
    DemoPlacesLoader places,
    ZoneFollower zones,
    SiloReadiness readiness,
    StartReport report,
    IHostApplicationLifetime lifetime,
    ILogger<CityStarter> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await StartCityAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped while it was still starting.
        }
#pragma warning disable CA1031 // The edge of the host: without its figures the silo must not go on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(exception);
            Environment.ExitCode = Commands.ExitCode.Difference;
            lifetime.StopApplication();
        }
    }

    private async Task StartCityAsync(CancellationToken stoppingToken)
    {
        var started = Stopwatch.GetTimestamp();
        await WaitUntilListeningAsync(stoppingToken);
        report.Listening();
        var city = await live.CatchUpAsync(stoppingToken);
        readiness.Current = new Readiness(false, "Rebuilding the roll-ups from the log.");
        await report.RunAsync(
            "Rebuilding the roll-ups",
            log.Head,
            _ => Task.WhenAll(Roots(city.Definition.Tree)
                .Select(root => grains.GetGrain<IAdministrativeUnitGrain>(root).Settle())));
        if (demo.IsWanted())
        {
            readiness.Current = new Readiness(false, "Loading the demonstration observations.");
            await report.RunAsync("Loading demonstration data", 0, bar => demo.LoadAsync(bar, stoppingToken));
        }

        if (places.IsWanted())
        {
            readiness.Current = new Readiness(false, "Loading the demonstration places.");
            await places.LoadAsync(stoppingToken);
        }

        await zones.FollowAsync(stoppingToken);
        if (fleet.IsWanted())
        {
            readiness.Current = new Readiness(false, "Loading the demonstration fleet.");
            await report.RunAsync("Loading the demonstration fleet", 0, _ => fleet.LoadAsync());
        }

        await WatchAsync(live.Definition);
        readiness.Current = Readiness.Ready;
        StartReport.Ready(log.Head, Stopwatch.GetElapsedTime(started));
    }

    /// <summary>
    /// Has the fleet, and the alerts of the whole city where there are rules, looked at from time to time.
    /// </summary>
    private async Task WatchAsync(CityDefinition city)
    {
        await grains.GetGrain<IFleetWatchGrain>(IFleetWatchGrain.Key).Watch();
        await grains.GetGrain<IFleetReportGrain>(IFleetReportGrain.Key).Watch();
        if (!city.AlertRules.IsEmpty)
        {
            await Task.WhenAll(Roots(city.Tree).Select(root => grains.GetGrain<IAlertGrain>(root).Watch()));
        }
    }

    /// <summary>The units with nothing above them, of all dates: waking them wakes the whole city.</summary>
    private static IEnumerable<string> Roots(AdministrativeTree tree) => tree.ChangeDates
        .SelectMany(date => tree.On(date).Roots).Select(unit => unit.Code.Value).Distinct(StringComparer.Ordinal);

    private async Task WaitUntilListeningAsync(CancellationToken stoppingToken)
    {
        var listening = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var onStarted = lifetime.ApplicationStarted.Register(() => listening.TrySetResult());
        await listening.Task.WaitAsync(stoppingToken);
    }

    [LoggerMessage(1, LogLevel.Critical, "The city could not be brought up")]
    private partial void LogFailed(Exception exception);
}
