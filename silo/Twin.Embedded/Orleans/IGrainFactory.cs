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
}
