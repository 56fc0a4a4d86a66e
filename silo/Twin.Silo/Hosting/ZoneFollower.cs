using Twin.Geo.Fleet;
using Twin.Model.Calendars;
using Twin.Model.Places;

namespace Twin.Silo.Hosting;

/// <summary>
/// Has vessels judged by the fishing zones as people have drawn them, through whichever silo, within seconds; and by
/// those of the next day when it begins.
/// </summary>
internal sealed partial class ZoneFollower(
    LiveZones zones, IPlaceStore places, SiloReadiness readiness, TimeProvider time, ILogger<ZoneFollower> logger)
    : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    /// <summary>Takes the zones as they are now: once before the silo is ready, from then on the loop does.</summary>
    public async Task FollowAsync(CancellationToken cancellationToken) => zones.Show(
        await places.GetAsync(PlaceLayer.Zones, cancellationToken), VietnamDay.Of(time.GetUtcNow()));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (readiness.Current.IsReady)
                {
                    await FollowAsync(stoppingToken);
                }
            }
#pragma warning disable CA1031 // The edge of the host: whatever kept it from following, it tries again.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Fishing zones could not be followed; they are looked for again")]
    private partial void LogFailed(Exception exception);
}
