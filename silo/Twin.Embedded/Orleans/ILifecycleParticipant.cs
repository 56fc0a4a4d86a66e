namespace Orleans;

/// <summary>A service that takes part in a life.</summary>
public interface ILifecycleParticipant<TLifecycleObservable>
    where TLifecycleObservable : ILifecycleObservable
{
    /// <summary>Subscribes to the stages. Called once, before the first of them.</summary>
    void Participate(TLifecycleObservable lifecycle);
}
