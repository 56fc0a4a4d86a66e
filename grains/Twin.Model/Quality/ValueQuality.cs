using System.Collections.Immutable;
using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Time;

namespace Twin.Model.Quality;

/// <summary>How good one unit's figure of an indicator is, and why.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Period">The period that was due, or that has come before it is due.</param>
/// <param name="Scores">The four scores.</param>
/// <param name="Deductions">What was taken off, by dimension.</param>
/// <param name="Breakdown">The part that it is of; the total by default.</param>
public sealed record ValueQuality(
    IndicatorCode Indicator,
    TimePeriod Period,
    QualityScores Scores,
    ImmutableArray<QualityDeduction> Deductions,
    Breakdown Breakdown = default);
