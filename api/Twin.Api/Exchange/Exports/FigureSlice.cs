using System.Collections.Immutable;
using Twin.Model.Indicators;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Api.Exchange.Exports;

/// <summary>Which figures are wanted. Each is of a unit that stood on the last day of its period.</summary>
/// <param name="Root">That unit and everything below it, on the boundaries of each period.</param>
/// <param name="Level">Only units of that level; all where it is <c>null</c>.</param>
/// <param name="Indicators">The indicators, in order.</param>
/// <param name="First">The first period; <c>null</c> for the first with data.</param>
/// <param name="Last">The last period; <c>null</c> for the last with data.</param>
/// <param name="AsOf">What was known at that instant; <c>null</c> for now.</param>
internal sealed record FigureSlice(
    AdministrativeUnitCode Root,
    AdministrativeLevel? Level,
    ImmutableArray<Indicator> Indicators,
    TimePeriod? First,
    TimePeriod? Last,
    DateTimeOffset? AsOf);
