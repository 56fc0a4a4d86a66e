using Twin.Model;
using Twin.Model.Quality;

namespace Twin.Api.Quality;

/// <summary>How good one figure is that the unit reports itself, and why.</summary>
/// <param name="Indicator">The indicator's code.</param>
/// <param name="NameVi">Its Vietnamese name.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="Period">The period that was due last, or that has come before it is due.</param>
/// <param name="Breakdown">The part that it is of; null for the total.</param>
/// <param name="Correct">Đúng, 0 to 100; null where there is nothing to judge.</param>
/// <param name="Complete">Đủ.</param>
/// <param name="Clean">Sạch; null where there is nothing to judge.</param>
/// <param name="Live">Sống.</param>
/// <param name="Deductions">What was taken off.</param>
internal sealed record ValueQualityAnswer(
    string Indicator,
    string NameVi,
    string NameEn,
    string Period,
    string? Breakdown,
    double? Correct,
    double? Complete,
    double? Clean,
    double? Live,
    IReadOnlyList<DeductionAnswer> Deductions)
{
    /// <summary>Makes the answer of scores.</summary>
    public static ValueQualityAnswer Of(ValueQuality value, CityDefinition city)
    {
        var indicator = city.Indicators.TryGet(value.Indicator, out var found)
            ? found
            : throw new ArgumentException("Only indicators of the catalogue are scored.", nameof(value));
        return new ValueQualityAnswer(
            value.Indicator.Value,
            indicator.NameVi,
            indicator.NameEn,
            value.Period.ToString(),
            value.Breakdown.IsNone ? null : value.Breakdown.ToString(),
            value.Scores.Correct,
            value.Scores.Complete,
            value.Scores.Clean,
            value.Scores.Live,
            [.. value.Deductions.Select(one => DeductionAnswer.Of(one, indicator, city))]);
    }
}
