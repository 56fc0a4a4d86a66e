namespace Orleans;

/// <summary>
/// Stands before grains' methods: registered as a service, before those of every grain; implemented by a grain class,
/// before its own.
/// </summary>
public interface IIncomingGrainCallFilter
{
    /// <summary>Runs in the grain's turn, in place of the call; goes on by the context.</summary>
    Task Invoke(IIncomingGrainCallContext context);
}
