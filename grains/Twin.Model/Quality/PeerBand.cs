using System.Collections.Immutable;
using Twin.Model.Indicators;
using Twin.Model.Time;

namespace Twin.Model.Quality;

/// <summary>What the units directly below one report for an indicator, in short.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Period">The period.</param>
/// <param name="Median">The median of their values.</param>
/// <param name="Spread">Their robust standard deviation; 0 where values cannot be compared or are all equal.</param>
/// <param name="Count">How many values there are.</param>
/// <param name="Shared">The numbers that more than one of them reports.</param>
public sealed record PeerBand(
    IndicatorCode Indicator,
    TimePeriod Period,
    double Median,
    double Spread,
    int Count,
    ImmutableArray<SharedNumbers> Shared);
