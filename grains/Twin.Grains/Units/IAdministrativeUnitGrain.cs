using System.Collections.Immutable;
using Twin.Grains.Duties;
using Twin.Grains.Quality;
using Twin.Model.Dimensions;
using Twin.Model.Duties;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Plans;
using Twin.Model.Quality;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Grains.Units;

/// <summary>
/// An administrative unit: commune, district, city, whatever stands in the tree. Keyed by its GSO code. It holds its
/// own observations and one aggregate for each unit below it, and passes its totals to the unit above.
/// </summary>
public interface IAdministrativeUnitGrain : IGrainWithStringKey
{
    /// <summary>
    /// Takes observations of this unit: checks each, makes the good ones durable, applies them and answers. Refused
    /// ones are listed; they stop no other.
    /// </summary>
    Task<ReportAnswer> Report(ReportMessage report);

    /// <summary>Takes the new aggregates of a unit directly below. Repeats and older versions change nothing.</summary>
    /// <remarks>
    /// Interleaves: it runs in one step, and a unit that waits for its log must still hear from below.
    /// </remarks>
    [AlwaysInterleave]
    Task ReceiveFromBelow(AggregatesMessage message);

    /// <summary>All totals of the periods in which <paramref name="upper"/> stood above this unit.</summary>
    /// <remarks>Interleaves: one step, and the upper unit may ask while this one waits for it in a flush.</remarks>
    [AlwaysInterleave]
    Task<AggregatesMessage> GetTotals(AdministrativeUnitCode upper);

    /// <summary>
    /// Learns what a unit above holds of this one's totals: their versions, added up. When that is all of them, none
    /// need be sent; when it is less and none is about to be sent, all of them are sent once more.
    /// </summary>
    /// <remarks>Interleaves: one step.</remarks>
    [AlwaysInterleave]
    Task Compare(AdministrativeUnitCode upper, long versions);

    /// <summary>
    /// The totals of some figures, and each part of them, as known at an instant: what this unit and those below it
    /// had contributed by then. Of figures that roll up; others have none.
    /// </summary>
    /// <remarks>Interleaves: it only reads, and each unit's part is read in one step.</remarks>
    [AlwaysInterleave]
    Task<AggregatesMessage> GetTotalsAsOf(ImmutableArray<FigureKey> figures, DateTimeOffset asOf);

    /// <summary>
    /// One figure, the total or a part of it; with <paramref name="asOf"/> as it was known at that instant.
    /// <c>null</c> for an unknown indicator or a period on whose last day the unit did not stand.
    /// </summary>
    /// <remarks>Interleaves, as do the reads below: each is one step over consistent state.</remarks>
    [AlwaysInterleave]
    Task<Rollup?> GetRollup(
        IndicatorCode indicator, TimePeriod period, DateTimeOffset? asOf, Breakdown breakdown = default);

    /// <summary>
    /// The figures of one indicator, in total or of a part, for all periods from first to last that have data, oldest
    /// first.
    /// </summary>
    [AlwaysInterleave]
    Task<IReadOnlyList<Rollup>> GetSeries(
        IndicatorCode indicator, TimePeriod? first, TimePeriod? last, Breakdown breakdown = default);

    /// <summary>All parts of one figure, in order of breakdown, without the total.</summary>
    [AlwaysInterleave]
    Task<IReadOnlyList<Rollup>> GetBreakdowns(IndicatorCode indicator, TimePeriod period, DateTimeOffset? asOf);

    /// <summary>
    /// What a figure is worked out from that does not roll up: levels, components, members. Nothing for others.
    /// </summary>
    [AlwaysInterleave]
    Task<ImmutableArray<DerivedInput>> GetInputs(
        IndicatorCode indicator, TimePeriod period, DateTimeOffset? asOf, Breakdown breakdown = default);

    /// <summary>The figures of many indicators for one period, those without data left out.</summary>
    [AlwaysInterleave]
    Task<IReadOnlyList<Rollup>> GetPeriod(TimePeriod period);

    /// <summary>The periods that have data for an indicator, or for any when it is <c>null</c>, oldest first.</summary>
    [AlwaysInterleave]
    Task<IReadOnlyList<TimePeriod>> GetPeriods(IndicatorCode? indicator);

    /// <summary>
    /// Every measurable target that binds this unit, held against its figures up to a period (the latest when
    /// <c>null</c>).
    /// </summary>
    [AlwaysInterleave]
    Task<IReadOnlyList<TargetAssessment>> GetScorecard(TimePeriod? period);

    /// <summary>Targets on one indicator that bind this unit, held against the figure of that period.</summary>
    [AlwaysInterleave]
    Task<IReadOnlyList<TargetAssessment>> GetTargets(IndicatorCode indicator, TimePeriod period);

    /// <summary>The figures of many indicators, and how the targets on them stand, in short.</summary>
    /// <remarks>Interleaves, as do the reads above; it changes nothing here.</remarks>
    [AlwaysInterleave]
    Task<ImmutableArray<IndicatorStanding>> GetStandings(StandingsQuestion question);

    /// <summary>
    /// The units of a level at and below this one on the period's last day, best first, each with its place.
    /// </summary>
    /// <remarks>Interleaves: it only reads, and a unit below may ask while this one waits for another.</remarks>
    [AlwaysInterleave]
    Task<ImmutableArray<RankedFigure>> GetRanking(
        IndicatorCode indicator, TimePeriod period, AdministrativeLevel level);

    /// <summary>The reports that this unit owes itself, as they stand at an instant, by the day they are due.</summary>
    [AlwaysInterleave]
    Task<IReadOnlyList<DutyOccurrence>> GetDuties(DutyQuery query, DateTimeOffset at);

    /// <summary>The same, counted.</summary>
    [AlwaysInterleave]
    Task<IReadOnlyList<DutyGroup>> CountDuties(DutyQuery query, DutyGrouping grouping, DateTimeOffset at);

    /// <summary>Keeps a decision about a report that this unit owes.</summary>
    Task<DutyMarkAnswer> MarkDuty(DutyMarkMessage message);

    /// <summary>Which of these observations would be held if they were reported now. Nothing is kept.</summary>
    /// <remarks>Interleaves: one step, and it only reads.</remarks>
    [AlwaysInterleave]
    Task<ImmutableArray<HeldObservation>> FindHeld(ImmutableArray<Observation> observations);

    /// <summary>The observations of this unit that were held, and what came of them, by sequence number.</summary>
    [AlwaysInterleave]
    Task<ImmutableArray<QuarantineEntry>> GetQuarantine();

    /// <summary>
    /// How good the figures of this unit and those below it are, by the end of a period; with <paramref name="asOf"/>
    /// as they would have been scored at that instant.
    /// </summary>
    /// <remarks>Interleaves: it only reads, and units below ask this one for theirs beside while it waits.</remarks>
    [AlwaysInterleave]
    Task<QualitySummary> GetQuality(TimePeriod at, DateTimeOffset? asOf = null);

    /// <summary>
    /// How good each figure is that this unit reports itself, and why, by the end of a period: totals, then parts.
    /// </summary>
    [AlwaysInterleave]
    Task<ImmutableArray<ValueQuality>> GetValueQuality(TimePeriod at, DateTimeOffset? asOf = null);

    /// <summary>What the units directly below report, in short, by the end of a period.</summary>
    [AlwaysInterleave]
    Task<PeerBands> GetPeerBands(TimePeriod at, DateTimeOffset? asOf = null);

    /// <summary>
    /// Decides about a held observation: it is released, corrected or discarded by an entry of the log, durable before
    /// the answer.
    /// </summary>
    Task<QuarantineAnswer> Decide(QuarantineMessage message);

    /// <summary>Completes when all that this unit and those below it had applied is in this unit's totals.</summary>
    /// <remarks>Interleaves: it touches no state of its own, and waits for units that report to this one.</remarks>
    [AlwaysInterleave]
    Task Settle();

    /// <summary>Completes when all that this unit has applied has reached the unit above.</summary>
    Task Flush();

    /// <summary>
    /// Ends this activation when it works on units and indicators older than that revision of the city. What it was
    /// doing ends first; what comes after finds the new ones, and rebuilds its figures from the log.
    /// </summary>
    Task FollowCity(long revision);
}
