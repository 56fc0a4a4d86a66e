using Twin.Grains.Cities;
using Twin.Model.Cities;

namespace Twin.Silo.Hosting;

/// <summary>
/// Follows changes of the city that were made through other silos, within seconds: this silo's own view of it, and, in
/// case the silo of the change was lost before it could, the units.
/// </summary>
internal sealed partial class CityWatcher(
    LiveCity live, ICityFollower follower, TimeProvider time, ILogger<CityWatcher> logger) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var followed = live.Current;
        using var timer = new PeriodicTimer(Pace, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var current = await live.CatchUpAsync(stoppingToken);
                if (current.Sequence > followed.Sequence)
                {
                    await follower.FollowAsync(followed, current);
                    followed = current;
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

    [LoggerMessage(1, LogLevel.Warning, "Changes of the city could not be followed; they are looked for again")]
    private partial void LogFailed(Exception exception);
}
