namespace Orleans.Runtime;

/// <summary>A timer of one activation. Disposing it stops it and cancels the token of a running callback.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>
    /// Sets the time until the next tick and the period from then on. Called from the timer's own callback, it takes
    /// effect when that ends.
    /// </summary>
    /// <param name="dueTime">Zero ticks at once; <see cref="Timeout.InfiniteTimeSpan"/> pauses the timer.</param>
    /// <param name="period"><see cref="Timeout.InfiniteTimeSpan"/> ticks once only.</param>
    /// <exception cref="ArgumentOutOfRangeException">Below -1 ms or above 4,294,967,294 ms.</exception>
    void Change(TimeSpan dueTime, TimeSpan period);
}
