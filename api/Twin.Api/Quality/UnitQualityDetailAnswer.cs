namespace Twin.Api.Quality;

/// <summary>How good a unit's figures are, with what each one that it reports itself loses, and why.</summary>
/// <param name="Summary">The scores of the unit and all below it.</param>
/// <param name="Values">The figures that it reports itself, by indicator.</param>
internal sealed record UnitQualityDetailAnswer(UnitQualityAnswer Summary, IReadOnlyList<ValueQualityAnswer> Values);
