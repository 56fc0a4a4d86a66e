using Twin.Model.Indicators;
using Twin.Model.Quality;

namespace Twin.Geo.Datasets;

/// <summary>Reports quality rules that stand twice, or name numbers that no indicator has.</summary>
internal static class QualityCheck
{
    public static void References(RawDataset raw)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var indicators = raw.Indicators.DistinctBy(i => i.Value.Code).ToDictionary(i => i.Value.Code, i => i.Value);
        foreach (var (row, rule) in raw.QualityRules)
        {
            if (!ids.Add(rule.Id))
            {
                row.Report(
                    DatasetProblemCodes.DuplicateKey, $"The quality rule '{rule.Id}' stands twice.", "Drop one row.");
            }

            if (rule.Indicator is { } code)
            {
                Exists(row, "indicator", new BalanceTerm(code, rule.Part), indicators);
            }

            foreach (var term in rule.Terms)
            {
                Exists(row, "terms", term, indicators);
            }
        }
    }

    private static void Exists(
        CsvRow row, string column, BalanceTerm term, Dictionary<IndicatorCode, Indicator> indicators)
    {
        if (!indicators.TryGetValue(term.Indicator, out var indicator))
        {
            row.Report(
                DatasetProblemCodes.UnknownReference,
                $"The {column} '{term.Indicator}' is not in {IndicatorTable.File}.",
                "Correct it, or add the row that it names.");
        }
        else if (term.Part == FigurePart.Denominator && !indicator.HasDenominator)
        {
            row.Invalid(column, term.ToString(), "Name a number that the indicator has.");
        }
    }
}
