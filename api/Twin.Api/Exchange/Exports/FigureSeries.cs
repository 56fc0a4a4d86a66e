using Twin.Model.Indicators;
using Twin.Model.Rollups;
using Twin.Model.Units;

namespace Twin.Api.Exchange.Exports;

/// <summary>The figures of one unit and indicator, oldest first.</summary>
/// <param name="Unit">The unit, in one of its versions.</param>
/// <param name="Indicator">The indicator.</param>
/// <param name="Figures">The figures of the periods in which that version stood.</param>
internal sealed record FigureSeries(AdministrativeUnit Unit, Indicator Indicator, IReadOnlyList<Rollup> Figures);
