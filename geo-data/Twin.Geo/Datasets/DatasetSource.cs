namespace Twin.Geo.Datasets;

/// <summary>A source of facts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="UsedFor">What was taken from it.</param>
public sealed record DatasetSource(string Name, string UsedFor);
