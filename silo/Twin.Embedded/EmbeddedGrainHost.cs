using System.Collections.Frozen;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans;
using Orleans.Runtime;
using Twin.Embedded.Activations;
using Twin.Embedded.Filters;
using Twin.Embedded.Hosting;
using Twin.Embedded.Lifecycle;
using Twin.Embedded.Proxies;
using Twin.Embedded.Reminders;
using Twin.Embedded.Scheduling;

namespace Twin.Embedded;

/// <summary>
/// Hosts grains in this process. Calls may be made from its construction on; stopping it deactivates every grain.
/// Thread-safe.
/// </summary>
public sealed class EmbeddedGrainHost : IHostedService, IDisposable
{
    /// <summary>How many slow turns and failures are remembered.</summary>
    private const int KeptIncidents = 100;

    private readonly ActivationSweeper _sweeper;
    private readonly SiloLifecycle _lifecycle;
    private readonly EmbeddedGrainMetrics _metrics;
    private readonly RecentItems<GrainIncident> _incidents = new(KeptIncidents);
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CallFilters? _filters;
    private int _activations;
    private long _streams;
    private volatile bool _isStopping;

    internal EmbeddedGrainHost(
        IServiceProvider services,
        IEnumerable<GrainAssemblies> assemblies,
        IOptions<EmbeddedGrainOptions> options,
        TimeProvider time,
        TurnScheduler scheduler,
        IMeterFactory meters,
        ILogger<EmbeddedGrainHost> logger,
        GrainFactoryDecorator? decorate)
    {
        Services = services;
        Options = options.Value;
        Time = time;
        Scheduler = scheduler;
        Log = new EmbeddedGrainLog(logger);
        SecondsPerTimestampTick = 1.0 / time.TimestampFrequency;
        SlowTurnTimestampTicks = (long)(Options.SlowTurnThreshold.TotalSeconds * time.TimestampFrequency);
        _sweeper = new ActivationSweeper(this);
        _lifecycle = new SiloLifecycle(Log);
        Reminders = new ReminderService(this);
        var types = GrainTypes.In(assemblies.SelectMany(set => set.Assemblies));
        ClassesByType = types.Classes.Select(type => new GrainClass(this, type))
            .Concat(types.Observers.Select(type => GrainClass.OfObservers(this, type)))
            .ToFrozenDictionary(one => one.Type);
        var factory = new GrainFactory(this, types);
        Factory = decorate?.Invoke(factory) ?? factory;
        _metrics = new EmbeddedGrainMetrics(this, meters);
    }

    /// <summary>What the host is and has been doing. Costs as much as there are grain classes.</summary>
    public EmbeddedGrainStatistics Statistics =>
        new([.. Classes.Select(grainClass => grainClass.Statistics).OrderBy(one => one.Name, StringComparer.Ordinal)]);

    internal static DeactivationReason Stopping { get; } =
        new(DeactivationReasonCode.ShuttingDown, "The host is stopping.");

    internal IServiceProvider Services { get; }

    internal EmbeddedGrainOptions Options { get; }

    internal TimeProvider Time { get; }

    internal TurnScheduler Scheduler { get; }

    internal EmbeddedGrainLog Log { get; }

    internal IGrainFactory Factory { get; }

    /// <summary>The call filters, made by the first call: they may ask for the factory, and so for this host.</summary>
    internal CallFilters Filters => _filters ?? LazyInitializer.EnsureInitialized(
        ref _filters, () => new CallFilters(Services));

    /// <summary>Grain classes by themselves, and classes of observers by their interface.</summary>
    internal FrozenDictionary<Type, GrainClass> ClassesByType { get; }

    internal IEnumerable<GrainClass> Classes => ClassesByType.Values;

    internal ReminderService Reminders { get; }

    internal long SlowTurnTimestampTicks { get; }

    internal double SecondsPerTimestampTick { get; }

    internal int Epoch => _sweeper.Epoch;

    internal bool IsStopping => _isStopping;

    /// <summary>
    /// Runs the stages of those who take part in the silo's life, and starts what happens by itself: timeouts, the
    /// collection of idle grains, reminders.
    /// </summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _sweeper.Start();
        Log.Started(ClassesByType.Count);
        await _lifecycle.StartAsync(
            Services.GetServices<ILifecycleParticipant<ISiloLifecycle>>(), cancellationToken);
        Reminders.Start();
    }

    /// <summary>
    /// Deactivates all grains: requests that run end, those that wait are refused, <c>OnDeactivateAsync</c> runs. Goes
    /// on when all are gone, at the deactivation timeout, or when the token is cancelled. The stages of those who take
    /// part in the silo's life end around it, the last one first.
    /// </summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Reminders.Dispose();
        await _lifecycle.StopAsync(above: ServiceLifecycleStage.GrainDeactivation, cancellationToken);
        await DrainAsync(cancellationToken);
        await _lifecycle.StopAsync(above: null, cancellationToken);
        _sweeper.Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Reminders.Dispose();
        _sweeper.Dispose();
        _metrics.Dispose();
    }

    /// <summary>
    /// Walks through all activations and tells what it has seen: an answer for operators, which costs as much as there
    /// are activations, some 50 ms for a million.
    /// </summary>
    /// <param name="busiest">How many of the busiest grains are told of, 0 at least.</param>
    public GrainSurvey Survey(int busiest)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(busiest);
        var (epoch, share, length) = (_sweeper.Epoch, _sweeper.ShareOfEpoch, _sweeper.EpochLength);
        var mailboxes = new Dictionary<string, MailboxDepth>(StringComparer.Ordinal);
        var heaviest = new PriorityQueue<GrainLoad, double>();
        foreach (var grainClass in Classes)
        {
            var depth = default(MailboxDepth);
            foreach (var activation in grainClass.Activations)
            {
                depth = depth.With(activation.PendingCalls);
                var (busyShare, calls) = activation.RecentLoad.Read(epoch, share, length);
                if (busyShare > 0 || calls > 0)
                {
                    heaviest.Enqueue(
                        new GrainLoad(grainClass.Name, activation.Key, busyShare, calls, activation.PendingCalls),
                        busyShare);
                    if (heaviest.Count > busiest)
                    {
                        heaviest.Dequeue();
                    }
                }
            }

            if (depth.Waiting > 0)
            {
                mailboxes[grainClass.Name] = depth;
            }
        }

        var sorted = heaviest.UnorderedItems.OrderByDescending(item => item.Priority)
            .ThenBy(item => item.Element.Key, StringComparer.Ordinal).Select(item => item.Element);
        return new GrainSurvey(Statistics, mailboxes, [.. sorted], _incidents.ToList());
    }

    /// <summary>Keeps something for the next survey.</summary>
    internal void Remember(GrainIncident incident) => _incidents.Add(incident);

    /// <summary>A number that no other stream of this host has.</summary>
    internal long NextStreamId() => Interlocked.Increment(ref _streams);

    /// <summary>Counts an activation that is about to be made.</summary>
    /// <exception cref="SiloUnavailableException">The host is stopping.</exception>
    /// <exception cref="LimitExceededException">There are as many as there may be.</exception>
    internal void Reserve(string grainClass, string key)
    {
        if (_isStopping)
        {
            throw new SiloUnavailableException($"The host is stopping and activates {grainClass}/{key} no more.");
        }

        var count = Interlocked.Increment(ref _activations);
        if (Options.MaxActivations is { } limit && count > limit)
        {
            Release();
            throw new LimitExceededException(
                nameof(EmbeddedGrainOptions.MaxActivations),
                count,
                limit,
                $"{grainClass}/{key} cannot be activated. Raise the limit, or let idle grains go sooner.");
        }
    }

    /// <summary>Counts an activation that is gone.</summary>
    internal void Release()
    {
        if (Interlocked.Decrement(ref _activations) == 0 && _isStopping)
        {
            _drained.TrySetResult();
        }
    }

    private async Task DrainAsync(CancellationToken cancellationToken)
    {
        // One activation stands for the host itself, so that the last of them is seen to go after this point only.
        Interlocked.Increment(ref _activations);
        _isStopping = true;
        Log.Stopping(Volatile.Read(ref _activations) - 1);
        foreach (var activation in Classes.SelectMany(grainClass => grainClass.Activations))
        {
            activation.Deactivate(Stopping, CancellationToken.None);
        }

        Release();
        try
        {
            await _drained.Task.WaitAsync(Options.DeactivationTimeout, Time, cancellationToken);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            Log.StoppedLate(Volatile.Read(ref _activations));
        }
    }
}
