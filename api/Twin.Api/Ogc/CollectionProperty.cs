using Twin.Geo.Filters;

namespace Twin.Api.Ogc;

/// <summary>A property of a collection's features, which filters may use.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What kind of value it has.</param>
/// <param name="Description">What it says.</param>
internal sealed record CollectionProperty(string Name, FilterType Type, string Description)
{
    /// <summary>Whether a time is an instant, and not a day.</summary>
    public bool IsInstant { get; init; }

    /// <summary>Its type in JSON Schema.</summary>
    public string JsonType => Type switch
    {
        FilterType.Number => "number",
        FilterType.Flag => "boolean",
        _ => "string",
    };
}
