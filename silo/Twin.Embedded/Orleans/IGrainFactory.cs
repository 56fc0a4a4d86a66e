namespace Orleans;

/// <summary>Makes references to grains. Thread-safe; making a reference activates nothing.</summary>
public interface IGrainFactory
{
    /// <summary>A reference to the grain of that interface and key.</summary>
    /// <param name="primaryKey">The grain's name; any non-empty text, compared by ordinal.</param>
    /// <param name="grainClassNamePrefix">
    /// Picks the class by the start of its full name where several implement the interface.
    /// </param>
    /// <exception cref="ArgumentException">No class, or more than one, implements the interface.</exception>
    TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey;

    /// <summary>
    /// A reference by which grains call an object, one call at a time. The host does not keep the object alive: who
    /// made the reference must hold both, and delete the reference in the end.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// The interface is unknown, or the object is none of it, or a grain.
    /// </exception>
    TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver;

    /// <summary>Ends a reference; calls to it are refused from then on.</summary>
    /// <exception cref="ArgumentException">It is no reference to an observer.</exception>
    void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver;
}
