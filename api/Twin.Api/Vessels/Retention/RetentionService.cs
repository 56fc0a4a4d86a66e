using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Grains.Vessels;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels.Retention;

/// <summary>
/// Leaves out old positions by the policy: shard by shard, each in steps, so that reports come in between them.
/// </summary>
internal sealed partial class RetentionService(
    IGrainFactory grains,
    IReadiness readiness,
    IOptions<RetentionOptions> options,
    TimeProvider time,
    ILogger<RetentionService> logger) : BackgroundService
{
    /// <summary>Looks at everything once; gives how many reports were left out.</summary>
    public async Task<long> RunOnceAsync(CancellationToken cancellationToken)
    {
        _ = RetentionPolicy.TryParse(options.Value.Policy, out var policy); // Validated at start.
        var now = time.GetUtcNow();
        var removed = 0L;
        for (var shard = 0; shard < FleetShards.Count; shard++)
        {
            var grain = grains.GetGrain<IFleetShardGrain>(FleetShards.Key(shard));
            foreach (var rule in policy!.Rules)
            {
                ThinningAnswer answer;
                do
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    answer = await grain.Thin(now - rule.After, rule.Every);
                    removed += answer.Removed;
                }
                while (!answer.IsDone);
            }
        }

        return removed;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Policy.Length == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(options.Value.Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!readiness.Current.IsReady)
            {
                continue;
            }

            try
            {
                await RunOnceAsync(stoppingToken);
            }
#pragma warning disable CA1031 // The edge of the host: what is not left out now is so the next time.
            catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
            {
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Old positions could not be left out; it is tried again")]
    private partial void LogFailed(Exception exception);
}
