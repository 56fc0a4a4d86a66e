using System.Globalization;
using Twin.Model.Indicators;
using Twin.Model.Rollups;

namespace Twin.Model.Explanations;

/// <summary>Puts the arithmetic of figures into words. Pure; a new kind of aggregation is one more case.</summary>
public static class Formulas
{
    private const int MostDecimals = 3;

    /// <summary>The formula of a figure, with its numbers put in.</summary>
    /// <param name="indicator">Its indicator.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="isReported">Whether it stands as one unit reported it, and was put together from nothing.</param>
    public static Formula Of(Indicator indicator, Rollup figure, bool isReported) => new(
        new Writer(FormulaWords.English, indicator, indicator.Numerator.NameEn, indicator.Denominator?.NameEn)
            .Write(figure, isReported),
        new Writer(FormulaWords.Vietnamese, indicator, indicator.Numerator.NameVi, indicator.Denominator?.NameVi)
            .Write(figure, isReported));

    private sealed class Writer(FormulaWords words, Indicator indicator, string numerator, string? denominator)
    {
        public string Write(Rollup figure, bool isReported) => figure switch
        {
            { Reported: 0 } => words.Nothing,
            { Value: null, Denominator: not null } => Divided(words.NoDenominator, figure),
            { Value: null } => words.Unknown,
            _ => indicator.AggregationOf(figure.Breakdown) switch
            {
                AggregationKind.Growth => Full(words.Growth, figure),
                AggregationKind.CompoundGrowth => Full(words.CompoundGrowth, figure),
                AggregationKind.Composite => Full(words.Composite, figure),
                AggregationKind.MemberMin => Full(words.Least, figure),
                AggregationKind.MemberMax => Full(words.Greatest, figure),
                AggregationKind.CountDistinct => Full(words.Distinct, figure),
                AggregationKind.ShareDistinct => Full(words.DistinctShare, figure),
                AggregationKind.RatioOfSums => Divided(words.Ratio, figure),
                AggregationKind.WeightedMean => Divided(words.Mean, figure),
                _ when isReported => Fill(words.Reported, Value(figure.Value)),
                AggregationKind.Sum => Over(words.Sum, figure),
                AggregationKind.Min => Over(words.Smallest, figure),
                AggregationKind.Max => Over(words.Largest, figure),
                AggregationKind.Median => Full(words.Median, figure),
                AggregationKind.Percentile => Full(words.Percentile, figure),
                AggregationKind.All => Full(words.All, figure),
                AggregationKind.Any => Full(words.Any, figure),
                _ => Value(figure.Value),
            },
        };

        private static string Fill(string phrase, params ReadOnlySpan<object?> values) =>
            string.Format(CultureInfo.InvariantCulture, phrase, values);

        private string Divided(string phrase, Rollup figure) => Fill(
            phrase,
            numerator,
            Amount(figure.Numerator),
            denominator,
            Amount(figure.Denominator),
            indicator.Scale.Equals(1d) ? string.Empty : $" × {Amount(indicator.Scale)}",
            Value(figure.Value));

        private string Over(string phrase, Rollup figure) => Fill(
            phrase, Count(figure.Reported), Count(figure.Expected), Value(figure.Value));

        private string Full(string phrase, Rollup figure) => Fill(
            phrase,
            Count(figure.Reported),
            Count(figure.Expected),
            Value(figure.Value),
            Amount(figure.Numerator),
            Amount(figure.Denominator),
            indicator.Scale.Equals(1d) ? string.Empty : $" × {Amount(indicator.Scale)}",
            Amount(indicator.Percentile ?? (indicator.Derivation as Derivation.CompoundGrowth)?.Years));

        private string Count(int count) => count.ToString("#,0", words.Culture);

        private string Amount(double? amount) => Text(amount, MostDecimals);

        /// <summary>One decimal more than the indicator shows, so that the working can be checked.</summary>
        private string Value(double? value) => Text(value, indicator.Decimals + 1)
            + (indicator.UnitOfMeasure.StartsWith('%') ? words.Percent : string.Empty);

        private string Text(double? number, int decimals) =>
            (number ?? 0).ToString($"#,0.{new string('#', decimals)}", words.Culture); // Asked only of what is there.
    }
}
