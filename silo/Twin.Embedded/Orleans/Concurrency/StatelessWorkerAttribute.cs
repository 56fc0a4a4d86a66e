namespace Orleans.Concurrency;

/// <summary>
/// Lets a grain have several activations at once, for grains that keep nothing: a call goes to one that is idle, to a
/// new one while there are fewer than the limit, else to the one with the least to do.
/// </summary>
/// <param name="maxLocalWorkers">The most activations of one key; by default as many as processors.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StatelessWorkerAttribute(int maxLocalWorkers) : Attribute
{
    /// <summary>As many activations of one key as processors.</summary>
    public StatelessWorkerAttribute()
        : this(Environment.ProcessorCount)
    {
    }

    internal int MaxLocalWorkers { get; } = maxLocalWorkers > 0
        ? maxLocalWorkers
        : throw new ArgumentOutOfRangeException(nameof(maxLocalWorkers), maxLocalWorkers, "At least one.");
}
