using System.Collections.Concurrent;

namespace Twin.Embedded.Activations;

/// <summary>One activation for each key.</summary>
internal class SingleDirectory(GrainClass grainClass) : ActivationDirectory
{
    private readonly ConcurrentDictionary<string, Activation> _activations = new(StringComparer.Ordinal);
    private int _count;

    public sealed override bool IsSticky => true;

    public sealed override int Count => Volatile.Read(ref _count);

    public sealed override IEnumerable<Activation> All => _activations.Select(pair => pair.Value);

    public override Activation Locate(string key)
    {
        while (true)
        {
            if (_activations.TryGetValue(key, out var found))
            {
                return found;
            }

            var made = grainClass.MakeActivation(key);
            if (_activations.TryAdd(key, made))
            {
                Interlocked.Increment(ref _count);
                grainClass.OnPublished(made);
                return made;
            }

            grainClass.Host.Release();
        }
    }

    /// <summary>The key's activation, if it has one.</summary>
    protected Activation? Find(string key) => _activations.GetValueOrDefault(key);

    public sealed override bool Remove(Activation activation)
    {
        if (!_activations.TryRemove(KeyValuePair.Create(activation.Key, activation)))
        {
            return false;
        }

        Interlocked.Decrement(ref _count);
        return true;
    }
}
