using System.Collections.Immutable;
using Twin.Model.Indicators;
using Twin.Model.Time;

namespace Twin.Grains.Units;

/// <summary>What a list or a matrix of units asks each unit.</summary>
/// <param name="Indicators">The indicators, in the order of the answers.</param>
/// <param name="Period">The period.</param>
/// <param name="IsExact">
/// Whether only a figure of that very period will do; otherwise the one that ends last by the end of the period.
/// </param>
[GenerateSerializer, Immutable, Alias("twin.StandingsQuestion")]
public sealed record StandingsQuestion(
    [property: Id(0)] ImmutableArray<IndicatorCode> Indicators,
    [property: Id(1)] TimePeriod Period,
    [property: Id(2)] bool IsExact)
{
    /// <summary>Indicators asked for at once at most.</summary>
    public const int MaxIndicators = 200;
}
