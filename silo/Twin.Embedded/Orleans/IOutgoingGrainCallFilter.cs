namespace Orleans;

/// <summary>Stands before all calls that are sent; registered as a service.</summary>
public interface IOutgoingGrainCallFilter
{
    /// <summary>Runs where the call is sent, in place of it; goes on by the context.</summary>
    Task Invoke(IOutgoingGrainCallContext context);
}
