using Twin.Model.Indicators;
using Twin.Model.Plans;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Grains.Units;

/// <summary>
/// An administrative unit: commune, district, city, whatever stands in the tree. Keyed by its GSO code. It holds its own
/// observations and one aggregate for each unit below it, and passes its totals to the unit above.
/// </summary>
public interface IAdministrativeUnitGrain : IGrainWithStringKey
{
    /// <summary>
    /// Takes observations of this unit: checks each, makes the good ones durable, applies them and answers. Refused
    /// ones are listed; they stop no other.
    /// </summary>
    Task<ReportAnswer> Report(ReportMessage report);

    /// <summary>Takes the new aggregates of a unit directly below. Repeats and older versions change nothing.</summary>
    Task ReceiveFromBelow(AggregatesMessage message);

    /// <summary>All totals of the periods in which <paramref name="upper"/> stood above this unit.</summary>
    Task<AggregatesMessage> GetTotals(AdministrativeUnitCode upper);

    /// <summary>
    /// One figure; with <paramref name="asOf"/> as it was known at that instant. <c>null</c> for an unknown indicator or
    /// a period on whose last day the unit did not stand.
    /// </summary>
    Task<Rollup?> GetRollup(IndicatorCode indicator, TimePeriod period, DateTimeOffset? asOf);

    /// <summary>The figures of one indicator for all periods from first to last that have data, oldest first.</summary>
    Task<IReadOnlyList<Rollup>> GetSeries(IndicatorCode indicator, TimePeriod? first, TimePeriod? last);

    /// <summary>The figures of many indicators for one period, those without data left out.</summary>
    Task<IReadOnlyList<Rollup>> GetPeriod(TimePeriod period);

    /// <summary>The periods that have data for an indicator, or for any when it is <c>null</c>, oldest first.</summary>
    Task<IReadOnlyList<TimePeriod>> GetPeriods(IndicatorCode? indicator);

    /// <summary>
    /// Every measurable target that binds this unit, held against its figures up to a period (the latest when
    /// <c>null</c>).
    /// </summary>
    Task<IReadOnlyList<TargetAssessment>> GetScorecard(TimePeriod? period);

    /// <summary>Targets on one indicator that bind this unit, held against the figure of that period.</summary>
    Task<IReadOnlyList<TargetAssessment>> GetTargets(IndicatorCode indicator, TimePeriod period);

    /// <summary>Completes when all that this unit and those below it had applied is in this unit's totals.</summary>
    Task Settle();

    /// <summary>Completes when all that this unit has applied has reached the unit above.</summary>
    Task Flush();
}
