using Twin.Model.Indicators;

namespace Twin.Geo.Datasets;

/// <summary>A row of <c>formulas.csv</c>: what the kind of an indicator must know beside its name.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Percentile">Which percentile.</param>
/// <param name="Of">The indicator that it is worked out from.</param>
/// <param name="Periods">How many periods, or years, lie between two levels.</param>
/// <param name="Dimension">The dimension whose members are compared.</param>
/// <param name="Missing">What becomes of missing components.</param>
internal sealed record FormulaRow(
    IndicatorCode Indicator,
    double? Percentile,
    IndicatorCode? Of,
    long? Periods,
    string? Dimension,
    MissingComponents? Missing);
