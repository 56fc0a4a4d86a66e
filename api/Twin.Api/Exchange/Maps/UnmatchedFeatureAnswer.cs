namespace Twin.Api.Exchange.Maps;

/// <summary>A feature of a map file that is left out.</summary>
/// <param name="Feature">Its place in the file, from 1.</param>
/// <param name="Line">The line that it begins on; 0 in files without lines.</param>
/// <param name="Title">What it is called; null where that is not known.</param>
/// <param name="Code">Why, as a stable code.</param>
/// <param name="Detail">Why, with the offending value.</param>
/// <param name="Hint">What to do about it.</param>
internal sealed record UnmatchedFeatureAnswer(
    int Feature, int Line, string? Title, string Code, string Detail, string Hint);
