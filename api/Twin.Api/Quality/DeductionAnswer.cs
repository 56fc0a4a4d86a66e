using Twin.Model;
using Twin.Model.Indicators;
using Twin.Model.Quality;

namespace Twin.Api.Quality;

/// <summary>What a rule takes off a score, and which row of the log it found it in.</summary>
/// <param name="Dimension">The score that it is taken off.</param>
/// <param name="Rule">The rule.</param>
/// <param name="RuleNameVi">Its Vietnamese name.</param>
/// <param name="RuleNameEn">Its English name.</param>
/// <param name="Points">What it takes off.</param>
/// <param name="DetailVi">What it found, Vietnamese.</param>
/// <param name="DetailEn">What it found, English.</param>
/// <param name="Sequence">The sequence number of the observation in the log; null where there is none.</param>
/// <param name="Reporter">Who reported it; null where nobody did.</param>
internal sealed record DeductionAnswer(
    QualityDimension Dimension,
    string Rule,
    string RuleNameVi,
    string RuleNameEn,
    double Points,
    string DetailVi,
    string DetailEn,
    long? Sequence,
    string? Reporter)
{
    /// <summary>Makes the answer of a deduction.</summary>
    public static DeductionAnswer Of(QualityDeduction deduction, Indicator indicator, CityDefinition city)
    {
        var id = deduction.Finding.Rule;
        var rule = city.QualityRules.FirstOrDefault(one => string.Equals(one.Id, id, StringComparison.Ordinal));
        var (vietnamese, english) = QualityWords.Of(deduction.Finding, indicator);
        return new DeductionAnswer(
            deduction.Dimension,
            id,
            rule?.NameVi ?? id,
            rule?.NameEn ?? id,
            deduction.Points,
            vietnamese,
            english,
            deduction.Sequence > 0 ? deduction.Sequence : null,
            deduction.Reporter.Length > 0 ? deduction.Reporter : null);
    }
}
