namespace Twin.Silo.Runtime.Orleans.News;

/// <summary>Asks the other silos for their news, at an even pace, for as long as this silo runs.</summary>
internal sealed class NewsFollower(NewsExchange exchange, ISiloStatusOracle silos, TimeProvider time)
    : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            exchange.ForgetTheSilent();
            var self = silos.SiloAddress;
            await exchange.FollowAsync(silos.GetActiveSilos().Where(silo => !silo.Equals(self)), self);
        }
    }
}
