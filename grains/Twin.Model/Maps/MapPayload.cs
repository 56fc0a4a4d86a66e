using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Twin.Model.Maps;

/// <summary>The payload of a change of kind <c>map</c>: the shapes of the units of one day.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MapPayload
{
    /// <summary>A day on which the units stand, <c>yyyy-MM-dd</c>.</summary>
    public string? Date { get; init; }

    /// <summary>Where the shapes come from.</summary>
    public string? Source { get; init; }

    /// <summary>The shapes.</summary>
    public ImmutableArray<MapPayloadShape> Shapes { get; init; }
}
