namespace Orleans.Runtime;

/// <summary>The life of the silo.</summary>
public interface ISiloLifecycle : ILifecycleObservable
{
    /// <summary>The highest stage that has begun.</summary>
    int HighestCompletedStage { get; }

    /// <summary>The lowest stage that has ended.</summary>
    int LowestStoppedStage { get; }
}
