using Twin.Api.Hosting;

namespace Twin.Silo.Demo;

/// <summary>Lets the boats of the demonstration report as time goes by.</summary>
internal sealed partial class DemoFleetFeed(
    DemoFleetLoader fleet, IReadiness readiness, TimeProvider time, ILogger<DemoFleetFeed> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!readiness.Current.IsReady)
            {
                continue;
            }

            try
            {
                await fleet.ReportAsync();
            }
#pragma warning disable CA1031 // The edge of the host: what could not be sent now is sent with what follows.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The boats of the demonstration could not report; they try again")]
    private partial void LogFailed(Exception exception);
}
