using System.Collections.Immutable;
using Twin.Grains.Duties;
using Twin.Grains.Quality;
using Twin.Grains.Units;
using Twin.Model.Dimensions;
using Twin.Model.Duties;
using Twin.Model.Indicators;
using Twin.Model.Observations;
using Twin.Model.Plans;
using Twin.Model.Quality;
using Twin.Model.Rollups;
using Twin.Model.Time;
using Twin.Model.Units;

namespace Twin.Simulation.Tests.Network;

/// <summary>A reference to a unit whose calls go by the simulated network.</summary>
internal sealed class UnitLink(UnitNetwork network, IAdministrativeUnitGrain unit, string key)
    : IAdministrativeUnitGrain
{
    private World World => network.World;

    public async Task<ReportAnswer> Report(ReportMessage report)
    {
        try
        {
            // Without a key nothing says that a repeat is one.
            return World.Bugs.OnAnswer(await Carry(
                nameof(Report), () => unit.Report(report), report.IdempotencyKey is null ? null : Again));
        }
        catch (ObservationLogException) when (World.Mutation == Mutation.AnswerFailureAsSuccess)
        {
            return new ReportAnswer(report.Observations.Length, World.Disk.Head, false, [], []);
        }

        Task Again() => unit.Report(report);
    }

    public Task ReceiveFromBelow(AggregatesMessage message)
    {
        var sent = World.Bugs.OnSending(key, message);
        return sent is null
            ? Task.CompletedTask
            : CarryVoid(
                nameof(ReceiveFromBelow),
                () => unit.ReceiveFromBelow(sent),
                () => unit.ReceiveFromBelow(World.Bugs.OnLateArrival(sent)));
    }

    public Task<AggregatesMessage> GetTotals(AdministrativeUnitCode upper) => Carry(
        nameof(GetTotals),
        async () => World.Bugs.OnTotals(upper, await unit.GetTotals(upper)),
        () => unit.GetTotals(upper));

    public Task Compare(AdministrativeUnitCode upper, long versions) => World.Mutation == Mutation.NeverCompare
        ? Task.CompletedTask
        : CarryVoid(nameof(Compare), () => unit.Compare(upper, versions), () => unit.Compare(upper, versions));

    public Task<AggregatesMessage> GetTotalsAsOf(ImmutableArray<FigureKey> figures, DateTimeOffset asOf) =>
        CarryRead(nameof(GetTotalsAsOf), () => unit.GetTotalsAsOf(figures, asOf));

    public Task<Rollup?> GetRollup(
        IndicatorCode indicator, TimePeriod period, DateTimeOffset? asOf, Breakdown breakdown = default) =>
        CarryRead(nameof(GetRollup), () => unit.GetRollup(indicator, period, asOf, breakdown));

    public Task<IReadOnlyList<Rollup>> GetSeries(
        IndicatorCode indicator, TimePeriod? first, TimePeriod? last, Breakdown breakdown = default) =>
        CarryRead(nameof(GetSeries), () => unit.GetSeries(indicator, first, last, breakdown));

    public Task<IReadOnlyList<Rollup>> GetBreakdowns(
        IndicatorCode indicator, TimePeriod period, DateTimeOffset? asOf) =>
        CarryRead(nameof(GetBreakdowns), () => unit.GetBreakdowns(indicator, period, asOf));

    public Task<ImmutableArray<DerivedInput>> GetInputs(
        IndicatorCode indicator, TimePeriod period, DateTimeOffset? asOf, Breakdown breakdown = default) =>
        CarryRead(nameof(GetInputs), () => unit.GetInputs(indicator, period, asOf, breakdown));

    public Task<IReadOnlyList<Rollup>> GetPeriod(TimePeriod period) =>
        CarryRead(nameof(GetPeriod), () => unit.GetPeriod(period));

    public Task<IReadOnlyList<TimePeriod>> GetPeriods(IndicatorCode? indicator) =>
        CarryRead(nameof(GetPeriods), () => unit.GetPeriods(indicator));

    public Task<IReadOnlyList<TargetAssessment>> GetScorecard(TimePeriod? period) =>
        CarryRead(nameof(GetScorecard), () => unit.GetScorecard(period));

    public Task<IReadOnlyList<TargetAssessment>> GetTargets(IndicatorCode indicator, TimePeriod period) =>
        CarryRead(nameof(GetTargets), () => unit.GetTargets(indicator, period));

    public Task<ImmutableArray<IndicatorStanding>> GetStandings(StandingsQuestion question) =>
        CarryRead(nameof(GetStandings), () => unit.GetStandings(question));

    public Task<ImmutableArray<RankedFigure>> GetRanking(
        IndicatorCode indicator, TimePeriod period, AdministrativeLevel level) =>
        CarryRead(nameof(GetRanking), () => unit.GetRanking(indicator, period, level));

    public Task<IReadOnlyList<DutyOccurrence>> GetDuties(DutyQuery query, DateTimeOffset at) =>
        CarryRead(nameof(GetDuties), () => unit.GetDuties(query, at));

    public Task<IReadOnlyList<DutyGroup>> CountDuties(DutyQuery query, DutyGrouping grouping, DateTimeOffset at) =>
        CarryRead(nameof(CountDuties), () => unit.CountDuties(query, grouping, at));

    public Task<DutyMarkAnswer> MarkDuty(DutyMarkMessage message) =>
        Carry(nameof(MarkDuty), () => unit.MarkDuty(message), null);

    public Task<ImmutableArray<HeldObservation>> FindHeld(ImmutableArray<Observation> observations) =>
        CarryRead(nameof(FindHeld), () => unit.FindHeld(observations));

    public Task<ImmutableArray<QuarantineEntry>> GetQuarantine() =>
        CarryRead(nameof(GetQuarantine), unit.GetQuarantine);

    public Task<QualitySummary> GetQuality(TimePeriod at, DateTimeOffset? asOf = null) =>
        CarryRead(nameof(GetQuality), () => unit.GetQuality(at, asOf));

    public Task<ImmutableArray<ValueQuality>> GetValueQuality(TimePeriod at, DateTimeOffset? asOf = null) =>
        CarryRead(nameof(GetValueQuality), () => unit.GetValueQuality(at, asOf));

    public Task<PeerBands> GetPeerBands(TimePeriod at, DateTimeOffset? asOf = null) =>
        CarryRead(nameof(GetPeerBands), () => unit.GetPeerBands(at, asOf));

    // Who decides twice is told so: the decision carries what it is about.
    public Task<QuarantineAnswer> Decide(QuarantineMessage message) => Carry(
        nameof(Decide), () => unit.Decide(message), () => unit.Decide(message));

    public Task Settle() => World.Mutation == Mutation.SettleWithoutWaiting
        ? Task.CompletedTask
        : CarryVoid(nameof(Settle), unit.Settle, unit.Settle);

    public Task Flush() => CarryVoid(nameof(Flush), unit.Flush, unit.Flush);

    public Task FollowCity(long revision) =>
        CarryVoid(nameof(FollowCity), () => unit.FollowCity(revision), () => unit.FollowCity(revision));

    private Task<T> CarryRead<T>(string method, Func<Task<T>> send) => Carry(method, send, send);

    private Task<bool> CarryVoid(string method, Func<Task> send, Func<Task> sendAgain) => Carry(
        method,
        async () =>
        {
            await send();
            return true;
        },
        sendAgain);

    private Task<T> Carry<T>(string method, Func<Task<T>> send, Func<Task>? sendAgain) =>
        network.CarryAsync($"{key}.{method}", send, sendAgain);
}
