using Twin.Model.Quality;

namespace Twin.Api.Quality;

/// <summary>One of the four scores of a unit and all below it, 0 to 100.</summary>
/// <param name="Mean">The mean over all values that have one; null when none has.</param>
/// <param name="Worst">The lowest mean of a unit that reports; null when none has.</param>
/// <param name="WorstUnit">That unit.</param>
/// <param name="Values">How many values have a score.</param>
internal sealed record QualityScoreAnswer(double? Mean, double? Worst, string? WorstUnit, int Values)
{
    /// <summary>Makes the answer of a tally.</summary>
    public static QualityScoreAnswer Of(in QualityTally tally) => tally.Count == 0
        ? new QualityScoreAnswer(null, null, null, 0)
        : new QualityScoreAnswer(tally.Mean, tally.Worst, tally.WorstUnit.Value, tally.Count);
}
