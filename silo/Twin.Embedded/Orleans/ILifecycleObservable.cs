namespace Orleans;

/// <summary>A life of stages, which begin in the order of their numbers and end in the opposite one.</summary>
public interface ILifecycleObservable
{
    /// <summary>Lets an observer take part in a stage, until what is returned is disposed.</summary>
    IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer);
}
