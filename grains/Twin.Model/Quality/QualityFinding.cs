namespace Twin.Model.Quality;

/// <summary>What a rule found about one number.</summary>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Kind">What it looks at.</param>
/// <param name="Value">The number.</param>
/// <param name="Reference">What it was held against: a bound, a median, a total.</param>
/// <param name="Measure">How far it is from it, in the measure of the kind: times, z-score, per cent, count.</param>
public sealed record QualityFinding(string Rule, QualityRuleKind Kind, double Value, double Reference, double Measure);
