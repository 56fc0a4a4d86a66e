using System.Text.Json.Serialization;

namespace Twin.Model.Maps;

/// <summary>One shape of a payload.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record MapPayloadShape
{
    /// <summary>The unit's code.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether the shape is drawn and not surveyed.</summary>
    public bool Schematic { get; init; }

    /// <summary>The shape as <see cref="GridShape"/> writes it, in base64.</summary>
    public string? Shape { get; init; }
}
