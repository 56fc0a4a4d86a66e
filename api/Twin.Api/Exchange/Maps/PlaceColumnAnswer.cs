namespace Twin.Api.Exchange.Maps;

/// <summary>A property of the features of a map file.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sample">A value of it, cut where it is long; null where none of the first features has one.</param>
internal sealed record PlaceColumnAnswer(string Name, string? Sample);
