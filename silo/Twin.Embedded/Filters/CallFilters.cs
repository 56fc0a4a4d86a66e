using Microsoft.Extensions.DependencyInjection;
using Orleans;

namespace Twin.Embedded.Filters;

/// <summary>The registered filters of calls, in the order of their registration.</summary>
internal sealed class CallFilters(IServiceProvider services)
{
    /// <summary>Filters of calls to grains, where they arrive.</summary>
    public IReadOnlyList<IIncomingGrainCallFilter> Incoming { get; } =
        [.. services.GetServices<IIncomingGrainCallFilter>()];

    /// <summary>Filters of calls to grains, where they are sent.</summary>
    public IReadOnlyList<IOutgoingGrainCallFilter> Outgoing { get; } =
        [.. services.GetServices<IOutgoingGrainCallFilter>()];

    /// <summary>Whether a filter may ask who has sent a call.</summary>
    public bool AskForSource => Incoming.Count > 0;
}
