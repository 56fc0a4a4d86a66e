namespace Twin.Api.Space;

/// <summary>Places of one kind in an area.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Places">How many there are.</param>
internal sealed record AreaPlaceKindAnswer(string Kind, int Places);
