using Twin.Model.Dimensions;
using Twin.Model.Indicators;
using Twin.Model.Time;

namespace Twin.Model.Rollups;

/// <summary>An aggregate with what it is for and its version.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Period">The time period.</param>
/// <param name="Aggregate">The aggregate.</param>
/// <param name="Version">
/// The sum of the sequence numbers of the observations in it. It depends on the state alone, not on how the state was
/// reached, and each change makes it larger; so after any restart the larger version is the newer state.
/// </param>
/// <param name="Breakdown">Which part of the total it is; none for the total itself.</param>
/// <param name="Contents">What it was made from, where that must be known to combine it; mostly <c>null</c>.</param>
public readonly record struct VersionedAggregate(
    IndicatorCode Indicator,
    TimePeriod Period,
    Aggregate Aggregate,
    long Version,
    Breakdown Breakdown = default,
    AggregateContents? Contents = null);
