using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Twin.Model.Boundaries;

/// <summary>The payload of a change of kind <c>boundaries</c>: what happens to units on one day, in order.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record BoundaryPayload
{
    /// <summary>The first day of the new boundaries, <c>yyyy-MM-dd</c>.</summary>
    public string? Date { get; init; }

    /// <summary>What the shares rest on: <c>official</c> (default), <c>overlay</c> or <c>inferred</c>.</summary>
    public string? Basis { get; init; }

    /// <summary>What happens.</summary>
    public ImmutableArray<BoundaryOperation> Operations { get; init; }
}
