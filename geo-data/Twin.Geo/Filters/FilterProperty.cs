namespace Twin.Geo.Filters;

/// <summary>A property that filters may use.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What kind of value it has.</param>
public sealed record FilterProperty(string Name, FilterType Type);
