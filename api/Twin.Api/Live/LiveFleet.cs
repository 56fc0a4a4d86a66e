using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Twin.Api.Hosting;
using Twin.Model.Vessels;

namespace Twin.Api.Live;

/// <summary>
/// Gathers vessels that moved and hands them to the hub at an even pace, each vessel once, as it was heard last. So it
/// holds at most one mark a vessel, however fast reports come. Safe for any number of threads.
/// </summary>
internal sealed class LiveFleet(EventHub hub, TimeProvider time, IOptions<TwinApiOptions> options)
    : BackgroundService, IFleetAudience
{
    private readonly Lock _gate = new();
    private Dictionary<VesselId, VesselMark> _moved = [];

    /// <inheritdoc/>
    public bool IsWatching => hub.IsWatchingPositions;

    /// <inheritdoc/>
    public void OnMoved(IReadOnlyList<VesselMark> marks)
    {
        lock (_gate)
        {
            foreach (var mark in marks)
            {
                if (!_moved.TryGetValue(mark.Id, out var known)
                    || known.Last.PhenomenonTime <= mark.Last.PhenomenonTime)
                {
                    _moved[mark.Id] = mark;
                }
            }
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.PositionPace, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            HandOn();
        }
    }

    private void HandOn()
    {
        Dictionary<VesselId, VesselMark> moved;
        lock (_gate)
        {
            if (_moved.Count == 0)
            {
                return;
            }

            (moved, _moved) = (_moved, []);
        }

        hub.OnMoved([.. moved.Values]);
    }
}
