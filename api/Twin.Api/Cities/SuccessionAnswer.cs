using Twin.Model.Units;

namespace Twin.Api.Cities;

/// <summary>Which unit became which, when, and how much of it.</summary>
/// <param name="Date">The first day of the successor.</param>
/// <param name="Predecessor">The unit that ended; another province's may be unknown here.</param>
/// <param name="Successor">The unit that took it over.</param>
/// <param name="IsWhole">Whether all of the predecessor went there.</param>
/// <param name="AreaShare">The share of its area, 0 to 1; null where not known.</param>
/// <param name="Basis">What the row rests on: official, overlay or inferred.</param>
internal sealed record SuccessionAnswer(
    DateOnly Date, string Predecessor, string Successor, bool IsWhole, double? AreaShare, string Basis)
{
    /// <summary>Makes the answer of a succession.</summary>
    public static SuccessionAnswer Of(Succession succession) => new(
        succession.Date,
        succession.Predecessor.Value,
        succession.Successor.Value,
        succession.IsWhole,
        succession.AreaShare,
        succession.Basis);
}
