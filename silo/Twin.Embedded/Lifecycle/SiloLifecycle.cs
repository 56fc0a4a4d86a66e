using System.Diagnostics.CodeAnalysis;
using Orleans;
using Orleans.Runtime;
using Twin.Embedded.Hosting;

namespace Twin.Embedded.Lifecycle;

/// <summary>
/// The life of the host. Stages follow one another; observers of one stage run together. Subscribed to before it
/// starts.
/// </summary>
internal sealed class SiloLifecycle(EmbeddedGrainLog log) : ISiloLifecycle
{
    private readonly List<Subscription> _subscriptions = [];

    public int HighestCompletedStage { get; private set; } = int.MinValue;

    public int LowestStoppedStage { get; private set; } = int.MaxValue;

    public IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        var subscription = new Subscription(observerName, stage, observer, _subscriptions);
        _subscriptions.Add(subscription);
        return subscription;
    }

    /// <summary>Begins all stages. What one of them throws ends the start, and those that have begun end.</summary>
    public async Task StartAsync(
        IEnumerable<ILifecycleParticipant<ISiloLifecycle>> participants, CancellationToken cancellationToken)
    {
        foreach (var participant in participants)
        {
            participant.Participate(this);
        }

        try
        {
            foreach (var stage in _subscriptions.GroupBy(one => one.Stage).OrderBy(group => group.Key).ToList())
            {
                cancellationToken.ThrowIfCancellationRequested();
                await Task.WhenAll(stage.Select(one => one.Observer.OnStart(cancellationToken)));
                HighestCompletedStage = stage.Key;
            }
        }
        catch
        {
            await StopAsync(above: null, CancellationToken.None);
            throw;
        }
    }

    /// <summary>
    /// Ends the stages that have begun and are not over, down to the one given, which stays. A stage that fails to end
    /// is logged and does not keep those below it from ending.
    /// </summary>
    public async Task StopAsync(int? above, CancellationToken cancellationToken)
    {
        var stages = _subscriptions
            .Where(one => one.Stage <= HighestCompletedStage && one.Stage < LowestStoppedStage && !(one.Stage <= above))
            .GroupBy(one => one.Stage)
            .OrderByDescending(group => group.Key)
            .ToList();
        foreach (var stage in stages)
        {
            await Task.WhenAll(stage.Select(one => EndAsync(one, cancellationToken)));
            LowestStoppedStage = stage.Key;
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "The edge of the host: logged, and the others end.")]
    private async Task EndAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        try
        {
            await subscription.Observer.OnStop(cancellationToken);
        }
        catch (Exception exception)
        {
            log.FailedStop(exception, subscription.Name, subscription.Stage);
        }
    }
}
