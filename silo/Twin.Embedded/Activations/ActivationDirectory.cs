namespace Twin.Embedded.Activations;

/// <summary>Which activations of one grain class live, and which of them gets a call. Thread-safe.</summary>
internal abstract class ActivationDirectory
{
    /// <summary>Whether a key's calls go to one activation while it lives, so that callers may keep it.</summary>
    public abstract bool IsSticky { get; }

    /// <summary>How many live.</summary>
    public abstract int Count { get; }

    /// <summary>The live activations, in no order; those that come or go meanwhile may be among them.</summary>
    public abstract IEnumerable<Activation> All { get; }

    /// <summary>The activation that gets the key's next call, made when it is needed.</summary>
    /// <exception cref="Orleans.Runtime.OrleansException">None may be made.</exception>
    public abstract Activation Locate(string key);

    /// <summary>Takes one out that is dead.</summary>
    /// <returns>Whether it was in.</returns>
    public abstract bool Remove(Activation activation);
}
