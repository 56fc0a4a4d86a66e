using System.Collections.Concurrent;
using System.Globalization;
using Orleans;
using Orleans.Runtime;
using Twin.Embedded.Activations;
using Twin.Embedded.Persistence;

namespace Twin.Embedded.Observers;

/// <summary>
/// The observers of one interface. Each has an activation while it is called, which is what gives it its turns; the
/// table itself keeps no observer alive. Thread-safe.
/// </summary>
internal sealed class ObserverTable : SingleDirectory, IGrainMaker
{
    private static readonly DeactivationReason Deleted =
        new(DeactivationReasonCode.ApplicationRequested, "The reference was deleted.");

    private readonly ConcurrentDictionary<string, WeakReference<object>> _observers = new(StringComparer.Ordinal);
    private readonly string _interface;
    private long _made;

    public ObserverTable(GrainClass grainClass)
        : base(grainClass) => _interface = grainClass.Name;

    /// <summary>Takes an observer in and gives its key.</summary>
    public string Add(object observer)
    {
        var key = Interlocked.Increment(ref _made).ToString(CultureInfo.InvariantCulture);
        _observers[key] = new WeakReference<object>(observer);
        return key;
    }

    /// <summary>Lets an observer go, and ends its activation.</summary>
    public void Delete(string key)
    {
        if (_observers.TryRemove(key, out _) && Find(key) is { } activation)
        {
            activation.Deactivate(Deleted, CancellationToken.None);
        }
    }

    public override Activation Locate(string key)
    {
        _ = Get(key);
        return base.Locate(key);
    }

    public object Make(Activation activation, out IReadOnlyList<ILoadable> states)
    {
        states = [];
        return Get(activation.Key);
    }

    private object Get(string key)
    {
        if (_observers.TryGetValue(key, out var held) && held.TryGetTarget(out var observer))
        {
            return observer;
        }

        _observers.TryRemove(key, out _);
        throw new OrleansMessageRejectionException(
            $"Observer {_interface}/{key} is gone: its reference was deleted, or nobody held it any more.");
    }
}
