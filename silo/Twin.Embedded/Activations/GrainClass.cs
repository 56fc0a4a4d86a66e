using System.Collections.Concurrent;
using System.Reflection;
using Orleans;
using Orleans.Concurrency;
using Orleans.Runtime;
using Twin.Embedded.Calls;
using Twin.Embedded.Hosting;
using Twin.Embedded.Persistence;
using Twin.Embedded.Scheduling;

namespace Twin.Embedded.Activations;

/// <summary>A grain class, its live activations by key, and what happens in them. Thread-safe.</summary>
internal sealed class GrainClass
{
    private readonly ConcurrentDictionary<string, Activation> _activations = new(StringComparer.Ordinal);
    private readonly GrainConstructor _constructor;
    private int _count;

    public GrainClass(EmbeddedGrainHost host, Type type)
    {
        Host = host;
        Type = type;
        Name = type.Name;
        IsReentrant = type.IsDefined(typeof(ReentrantAttribute));
        HandlesActivation = Overrides(type, nameof(IGrainBase.OnActivateAsync));
        HandlesDeactivation = Overrides(type, nameof(IGrainBase.OnDeactivateAsync));
        GrainType = GrainTypeOf(type);
        _constructor = new GrainConstructor(type);
    }

    public EmbeddedGrainHost Host { get; }

    public Type Type { get; }

    public string Name { get; }

    /// <summary>The type part of its grains' identities, as Orleans makes it.</summary>
    public GrainType GrainType { get; }

    public bool IsReentrant { get; }

    public bool HandlesActivation { get; }

    public bool HandlesDeactivation { get; }

    public GrainClassCounters Counters { get; } = new();

    public GrainClassStatistics Statistics => Counters.Read(Name, Volatile.Read(ref _count));

    /// <summary>The live activations, in no order; those that come or go meanwhile may be among them.</summary>
    public IEnumerable<Activation> Activations => _activations.Select(pair => pair.Value);

    /// <summary>
    /// Sends a request to the key's activation, which is made when there is none; else answers why not.
    /// </summary>
    /// <returns>The activation, which may be ending already, or null when the request was refused.</returns>
    public Activation? Send(Request request, string key)
    {
        Activation activation;
        try
        {
            activation = Locate(key);
        }
        catch (OrleansException exception)
        {
            Refuse(request, key, exception);
            return null;
        }

        Send(request, activation);
        return activation;
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

    /// <inheritdoc cref="GrainConstructor.Make"/>
    public IGrainBase Construct(Activation activation, out IReadOnlyList<ILoadable> states) =>
        _constructor.Make(activation, out states);

    public void Remove(Activation activation)
    {
        if (_activations.TryRemove(KeyValuePair.Create(activation.Key, activation)))
        {
            Interlocked.Decrement(ref _count);
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

    public void ReportSlowTurn(WorkItem item, string key, TimeSpan elapsed)
    {
        Counters.CountSlowTurn();
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

    private Activation Locate(string key)
    {
        while (true)
        {
            if (_activations.TryGetValue(key, out var found))
            {
                return found;
            }

            Host.Reserve(Name, key);
            var made = new Activation(this, key);
            if (_activations.TryAdd(key, made))
            {
                Interlocked.Increment(ref _count);
                if (Host.IsStopping)
                {
                    // The stop may have walked the activations before this one was among them.
                    made.Deactivate(EmbeddedGrainHost.Stopping);
                }

                return made;
            }

            Host.Release();
        }
    }
}
