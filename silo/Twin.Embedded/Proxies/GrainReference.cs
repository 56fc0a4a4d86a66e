using Orleans.Runtime;
using Twin.Embedded.Activations;
using Twin.Embedded.Calls;
using Twin.Embedded.Streams;

namespace Twin.Embedded.Proxies;

/// <summary>
/// Base of the emitted classes that callers hold: the name of a grain, with a way to send to it. Equal when it names
/// the same grain. Thread-safe.
/// </summary>
internal abstract class GrainReference(GrainClass grainClass, string key)
    : IAddressable, IEquatable<GrainReference>
{
    // The activation that the last call went to. A race writes one that is right, or about to be found dead.
    private Activation? _activation;

    public string Key => key;

    public GrainClass Class => grainClass;

    public GrainId GrainId => GrainId.Create(Class.GrainType, Key);

    public bool Equals(GrainReference? other) =>
        other is not null
        && ReferenceEquals(Class, other.Class)
        && string.Equals(Key, other.Key, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    public override int GetHashCode() => HashCode.Combine(Class.Name, Key);

    public override string ToString() => $"{Class.Name}/{Key}";

    /// <summary>Sends a call, by the filters of outgoing ones where there are some. Called by emitted code.</summary>
    public void Send(GrainCall call)
    {
        if (Class.Host.Filters.Outgoing.Count > 0)
        {
            call.SendFiltered(this);
        }
        else
        {
            SendNow(call);
        }
    }

    /// <summary>Sends a call that nobody waits for. Called by emitted code.</summary>
    public Task SendOneWay(GrainCall call)
    {
        Send(call);
        return Task.CompletedTask;
    }

    /// <summary>What a caller of a method with results one after the other gets. Called by emitted code.</summary>
    public IAsyncEnumerable<T> Enumerate<T>(StreamSource<T> source) =>
        new GrainStream<T>(this, source, GrainStream<T>.DefaultBatchSize);

    /// <summary>Sends a call.</summary>
    public void SendNow(GrainCall call)
    {
        var host = Class.Host;
        call.SentEpoch = host.Epoch;
        call.Context = RequestContext.Current;
        if (host.Filters.AskForSource)
        {
            call.Source = Activation.Current;
        }

        if (_activation is { IsDead: false } activation)
        {
            Class.Send(call, activation);
        }
        else
        {
            _activation = Class.Send(call, Key);
        }
    }
}
