using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Twin.Model.Agencies;

namespace Twin.Model.Plans;

/// <summary>The payload of a change of kind <c>plans</c>: what is loaded, and what is withdrawn.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record PlanPayload
{
    /// <summary>Plans that are loaded.</summary>
    public ImmutableArray<Plan> Plans { get; init; } = [];

    /// <summary>Their rows.</summary>
    public ImmutableArray<Target> Targets { get; init; } = [];

    /// <summary>The agencies that they name.</summary>
    public ImmutableArray<Agency> Agencies { get; init; } = [];

    /// <summary>Ids of plans that are withdrawn with their rows and agencies.</summary>
    public ImmutableArray<string> Withdraw { get; init; } = [];
}
