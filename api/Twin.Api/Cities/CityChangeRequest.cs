using System.Text.Json;
using System.Text.Json.Serialization;

namespace Twin.Api.Cities;

/// <summary>A change of what the city is, as it is asked for.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
internal sealed record CityChangeRequest
{
    /// <summary>The kind of change; not for an undo.</summary>
    public string? Kind { get; init; }

    /// <summary>Who makes it, 1 to 200 characters.</summary>
    public string? By { get; init; }

    /// <summary>Why, 1 to 2,000 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether only to show what would be different; false by default.</summary>
    public bool DryRun { get; init; }

    /// <summary>
    /// The revision that the change was made for; another one is refused. The current one by default.
    /// </summary>
    public long? Revision { get; init; }

    /// <summary>What is changed, in the shape of the kind; not for an undo.</summary>
    public JsonElement? Payload { get; init; }
}
