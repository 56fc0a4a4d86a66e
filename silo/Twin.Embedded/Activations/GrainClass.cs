using System.Reflection;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;
using Twin.Embedded.Calls;
using Twin.Embedded.Hosting;
using Twin.Embedded.Observers;
using Twin.Embedded.Persistence;
using Twin.Embedded.Scheduling;

namespace Twin.Embedded.Activations;

/// <summary>A grain class, its live activations by key, and what happens in them. Thread-safe.</summary>
internal sealed class GrainClass
{
    private readonly IGrainMaker _maker;

    /// <summary>A class of grains.</summary>
    /// <exception cref="InvalidOperationException">Its constructor takes a state wrongly.</exception>
    public GrainClass(EmbeddedGrainHost host, Type type)
    {
        Host = host;
        Type = type;
        Name = type.Name;
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute));
        IsKeptAlive = type.IsDefined(typeof(KeepAliveAttribute));
        IsCallFilter = typeof(IIncomingGrainCallFilter).IsAssignableFrom(type);
        HandlesActivation = Overrides(type, nameof(IGrainBase.OnActivateAsync));
        HandlesDeactivation = Overrides(type, nameof(IGrainBase.OnDeactivateAsync));
        GrainType = GrainTypeOf(type);
        OwnsGrains = true;
        Directory = type.GetCustomAttribute<StatelessWorkerAttribute>() is { } worker
            ? new WorkerDirectory(this, worker.MaxLocalWorkers)
            : new SingleDirectory(this);
        _maker = new GrainConstructor(type);
    }

    private GrainClass(EmbeddedGrainHost host, Type observerInterface, string name)
    {
        Host = host;
        Type = observerInterface;
        Name = name;
        GrainType = GrainType.Create(name);
        Observers = new ObserverTable(this);
        Directory = Observers;
        _maker = Observers;
    }

    public EmbeddedGrainHost Host { get; }

    public Type Type { get; }

    public string Name { get; }

    /// <summary>The type part of its grains' identities, as Orleans makes it.</summary>
    public GrainType GrainType { get; }

    public bool IsReentrant { get; }

    /// <summary>Whether idle activations stay.</summary>
    public bool IsKeptAlive { get; }

    /// <summary>Whether its grains filter the calls to them.</summary>
    public bool IsCallFilter { get; }

    /// <summary>Whether calls to its grains pass through filters.</summary>
    public bool IsFiltered => IsCallFilter || Host.Filters.Incoming.Count > 0;

    /// <summary>Whether its grains end with their activations.</summary>
    public bool OwnsGrains { get; }

    public bool HandlesActivation { get; }

    public bool HandlesDeactivation { get; }

    public GrainClassCounters Counters { get; } = new();

    public ActivationDirectory Directory { get; }

    /// <summary>The observers, where it is a class of them.</summary>
    public ObserverTable? Observers { get; }

    public GrainClassStatistics Statistics => 
        Counters.Read(Name, Directory.Count, Host.SecondsPerTimestampTick);

    /// <summary>The calls that wait; costs as much as there are activations.</summary>
    public MailboxDepth Mailboxes =>
        Activations.Aggregate(default(MailboxDepth), (depth, activation) => depth.With(activation.PendingCalls));

    /// <summary>The live activations, in no order; those that come or go meanwhile may be among them.</summary>
    public IEnumerable<Activation> Activations => Directory.All;

    /// <summary>The observers of an interface, which have activations as grains have.</summary>
    public static GrainClass OfObservers(EmbeddedGrainHost host, Type observerInterface) =>
        new(host, observerInterface, observerInterface.Name);

    /// <summary>
    /// Sends a request to the key's activation, which is made when there is none; else answers why not.
    /// </summary>
    /// <returns>
    /// The activation, which may be ending already; null when the request was refused, or the next may go elsewhere.
    /// </returns>
    public Activation? Send(Request request, string key)
    {
        Activation activation;
        try
        {
            activation = Directory.Locate(key);
        }
        catch (OrleansException exception)
        {
            Refuse(request, key, exception);
            return null;
        }

        Send(request, activation);
        return Directory.IsSticky ? activation : null;
    }

    /// <summary>Sends a request to an activation unless its mailbox is full.</summary>
    public void Send(Request request, Activation activation)
    {
        if (activation.TryPost(request))
        {
            return;
        }

        var capacity = Host.Options.MailboxCapacity;
        Refuse(request, activation.Key, new LimitExceededException(
            nameof(EmbeddedGrainOptions.MailboxCapacity),
            capacity,
            capacity,
            $"Mailbox of {Name}/{activation.Key} refuses {request.Description}. Send less, or again later."));
    }

    /// <summary>Answers a request that no turn will run.</summary>
    public void Refuse(Request request, string key, Exception exception)
    {
        if (!request.TryFail(exception))
        {
            return;
        }

        Counters.CountRefusal();
        if (request is OneWayCall)
        {
            ReportLostOneWay(request, key, exception);
        }
    }

    /// <inheritdoc cref="IGrainMaker.Make"/>
    public object MakeGrain(Activation activation, out IReadOnlyList<ILoadable> states) =>
        _maker.Make(activation, out states);

    /// <summary>Makes an activation, which is still to be published.</summary>
    /// <exception cref="OrleansException">None may be made.</exception>
    public Activation MakeActivation(string key)
    {
        Host.Reserve(Name, key);
        return new Activation(this, key);
    }

    /// <summary>An activation has got into the directory.</summary>
    public void OnPublished(Activation activation)
    {
        if (Host.IsStopping)
        {
            // The stop may have walked the activations before this one was among them.
            activation.Deactivate(EmbeddedGrainHost.Stopping);
        }
    }

    public void Remove(Activation activation)
    {
        if (Directory.Remove(activation))
        {
            Host.Release();
        }
    }

    public void ReportLostOneWay(Request request, string key, Exception exception)
    {
        Counters.CountLostOneWay();
        Host.Log.LostOneWay(exception, request.Description, Name, key);
    }

    public void ReportFailedActivation(string key, Exception exception)
    {
        Counters.CountFailedActivation();
        Host.Log.FailedActivation(exception, Name, key);
    }

    public void ReportFailedDeactivation(string key, Exception exception) =>
        Host.Log.FailedDeactivation(exception, Name, key);

    public void ReportFailedTick(string key, Exception exception) => Host.Log.FailedTick(exception, Name, key);

    public void ReportFailure(Request request, string key, Exception failure)
    {
        Counters.CountFailure();
        Host.Remember(new GrainIncident(
            Host.Time.GetUtcNow(), Name, key, request.Description, Elapsed: null, failure.GetType().Name));
    }

    public void ReportSlowTurn(WorkItem item, string key, TimeSpan elapsed)
    {
        Counters.CountSlowTurn();
        Host.Remember(new GrainIncident(
            Host.Time.GetUtcNow(), Name, key, item.Description, elapsed, Failure: null));
        Host.Log.SlowTurn(item.Description, Name, key, elapsed);
    }

    private static GrainType GrainTypeOf(Type type)
    {
        const string Suffix = "grain";
        if (type.GetCustomAttribute<GrainTypeAttribute>() is { } attribute)
        {
            return GrainType.Create(attribute.GrainType);
        }

        // A name that others must read again: by the rule of Orleans, lower case in no culture's way.
#pragma warning disable CA1308
        var name = type.Name.ToLowerInvariant();
#pragma warning restore CA1308
        return GrainType.Create(
            name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal)
                ? name[..^Suffix.Length]
                : name);
    }

    private static bool Overrides(Type type, string method)
    {
        var target = type.GetInterfaceMap(typeof(IGrainBase)).TargetMethods
            .First(candidate => candidate.Name.EndsWith(method, StringComparison.Ordinal));
        return target.DeclaringType != typeof(Grain) && target.DeclaringType != typeof(IGrainBase);
    }
}
