namespace Orleans.Runtime;

/// <summary>
/// One activation as its grain sees it. A grain class that does not derive from <see cref="Grain"/> takes it as a
/// constructor parameter.
/// </summary>
public interface IGrainContext
{
    /// <summary>The grain's type and key.</summary>
    GrainId GrainId { get; }

    /// <summary>The grain, or <see langword="null"/> while it is being constructed and after it is gone.</summary>
    object? GrainInstance { get; }

    /// <summary>Services scoped to this activation; disposed with it.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>
    /// Starts the deactivation once the requests that run now have ended. Requests that wait go to the next
    /// activation. Safe to call from any thread.
    /// </summary>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}
