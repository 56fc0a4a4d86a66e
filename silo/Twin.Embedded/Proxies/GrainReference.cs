using Orleans.Runtime;
using Twin.Embedded.Activations;
using Twin.Embedded.Calls;

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

    public bool Equals(GrainReference? other) =>
        other is not null
        && ReferenceEquals(Class, other.Class)
        && string.Equals(Key, other.Key, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as GrainReference);

    public override int GetHashCode() => HashCode.Combine(Class.Name, Key);

    public override string ToString() => $"{Class.Name}/{Key}";

    /// <summary>Sends a call. Called by emitted code.</summary>
    public void Send(GrainCall call)
    {
        call.SentEpoch = Class.Host.Epoch;
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
