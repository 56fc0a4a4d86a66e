using Orleans.Runtime;

namespace Orleans;

/// <summary>A call that is to be sent.</summary>
public interface IOutgoingGrainCallContext : IGrainCallContext
{
    /// <summary>The activation that calls; <see langword="null"/> when it is none.</summary>
    IGrainContext? SourceContext { get; }
}
