using Twin.Model.Boundaries;

namespace Twin.Api.Explanations;

/// <summary>How much of a unit of then belongs to a unit of the boundaries asked for.</summary>
/// <param name="Share">The share, above 0 and at most 1.</param>
/// <param name="OtherShare">What area gives where people divide it, and the reverse; null where it gives none.</param>
/// <param name="Method">How it was found: whole, population, area, even.</param>
/// <param name="Basis">What it rests on: official, overlay, inferred.</param>
internal sealed record ShareAnswer(double Share, double? OtherShare, ShareMethod Method, ShareBasis Basis);
