namespace Twin.Api.Quality;

/// <summary>A decision about a held observation.</summary>
/// <param name="By">Who decides.</param>
/// <param name="Comment">Why.</param>
/// <param name="Value">The number that is right; for a correction alone, and then it must be there.</param>
/// <param name="Denominator">Its denominator, where the indicator has one.</param>
internal sealed record QuarantineRequest(
    string? By, string? Comment, double? Value = null, double? Denominator = null);
