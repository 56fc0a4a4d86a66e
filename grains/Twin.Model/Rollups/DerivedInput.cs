using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Time;

namespace Twin.Model.Rollups;

/// <summary>One of the figures that a derived figure is made from.</summary>
/// <param name="Indicator">Its indicator.</param>
/// <param name="Period">The period that was looked for.</param>
/// <param name="Breakdown">The part that was looked for; none for the total.</param>
/// <param name="Figure">
/// What was found, perhaps of a period within that; <c>null</c> where nobody ever contributed.
/// </param>
/// <param name="Version">The versions of all that was looked at, added up: it grows with each change of any.</param>
/// <param name="Component">Its place in an index; <c>null</c> where it is in none.</param>
/// <param name="IsIndex">Whether it is an index itself.</param>
public sealed record DerivedInput(
    IndicatorCode Indicator,
    TimePeriod Period,
    Breakdown Breakdown,
    Rollup? Figure,
    long Version,
    CompositeComponent? Component,
    bool IsIndex = false)
{
    /// <summary>The score in the index; <c>null</c> without a value, or outside of one.</summary>
    public double? Score => Figure?.Value is { } value ? Component?.ScoreOf(value) : null;
}
