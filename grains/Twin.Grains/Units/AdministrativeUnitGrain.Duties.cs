using Twin.Grains.Duties;
using Twin.Model.Duties;
using Twin.Model.Observations;
using Twin.Model.Time;

namespace Twin.Grains.Units;

/// <content>
/// What the unit owes. Where it stands follows from its history, the calendar and the clock; the part of it that rolls
/// up is counted again when a report comes or a deadline passes. A timer only wakes the grain for that.
/// </content>
internal sealed partial class AdministrativeUnitGrain
{
    // A burst of reports is counted once.
    private static readonly TimeSpan CountDelay = TimeSpan.FromMilliseconds(250);

    // The clock may be set, and no timer runs for years: from time to time a grain looks at the calendar again.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromHours(6);

    private readonly HashSet<TimePeriod> _monthsToCount = [];
    private UnitDuties _duties = null!; // Set by OnActivateAsync, before any other method can run.
    private DateTimeOffset _counted = DateTimeOffset.MinValue;
    private IGrainTimer? _countLater;
    private bool _countsSoon;

    public Task<IReadOnlyList<DutyOccurrence>> GetDuties(DutyQuery query, DateTimeOffset at) =>
        Task.FromResult(_duties.Occurrences(query, at));

    public Task<IReadOnlyList<DutyGroup>> CountDuties(DutyQuery query, DutyGrouping grouping, DateTimeOffset at) =>
        Task.FromResult(_duties.Tallies(query, grouping, at));

    public async Task<DutyMarkAnswer> MarkDuty(DutyMarkMessage message)
    {
        var now = time.GetUtcNow();
        if (Find() is not { } occurrence)
        {
            return new DutyMarkAnswer(null, DutyMarksState.Unknown(message.Id));
        }

        if ((DutyRules.Check(occurrence, message.Kind) ?? marks.State.CheckRoom(message.Id)) is { } refusal)
        {
            return new DutyMarkAnswer(null, refusal);
        }

        var mark = new DutyMark(message.Kind, now, message.By, message.Reason);
        marks.State.Decided = marks.State.Decided.Add(new DecidedDuty(message.Id, mark));
        try
        {
            await marks.WriteStateAsync();
        }
        catch
        {
            // What is in memory is not what is kept: the next activation takes up what is.
            this.DeactivateOnIdle();
            throw;
        }

        _duties.Mark(message.Id, mark);
        _monthsToCount.Add(occurrence.Window.Month);
        CountDuties();
        Send();
        return new DutyMarkAnswer(Find(), null);

        DutyOccurrence? Find() => _duties.Occurrences(message.Query, time.GetUtcNow())
            .FirstOrDefault(one => string.Equals(one.Id, message.Id, StringComparison.Ordinal));
    }

    private void StartDuties()
    {
        _duties = new UnitDuties(_code, _city.Definition, _history);
        foreach (var decided in marks.State.Decided)
        {
            _duties.Mark(decided.Id, decided.Mark);
        }

        CountDuties();
    }

    /// <summary>Sees to it that what a report changes of the duties is counted soon.</summary>
    private void NoteDuties(ObservationBatch batch)
    {
        if (_duties.Items.IsEmpty)
        {
            return;
        }

        foreach (ref readonly var observation in batch.Observations.AsSpan())
        {
            var end = observation.Period.End;
            _monthsToCount.Add(TimePeriod.Month(end.Year, end.Month));
        }

        if (!_countsSoon)
        {
            _countsSoon = true;
            CountLater(CountDelay);
        }
    }

    /// <summary>Counts what has changed since it was last counted: by reports, and by deadlines that passed.</summary>
    private void CountDuties()
    {
        if (_duties.Items.IsEmpty)
        {
            return;
        }

        var now = time.GetUtcNow();
        _monthsToCount.UnionWith(_duties.MonthsPassed(_counted, now));
        foreach (var month in _monthsToCount)
        {
            _duties.Contribute(_table, month, now);
        }

        _monthsToCount.Clear();
        _counted = now;
        _countsSoon = false;
        var next = _city.Definition.Duties.NextDeadline(_duties.Items, now) - now;
        CountLater(next < LongestSleep ? next.Value : LongestSleep);
    }

    private void CountLater(TimeSpan delay)
    {
        _countLater?.Dispose();

        // Interleaves: one step, and a unit that waits for its log must not hold up a deadline.
        _countLater = this.RegisterGrainTimer(
            static (grain, _) =>
            {
                grain.CountDuties();
                grain.Send();
                return Task.CompletedTask;
            },
            this,
            new GrainTimerCreationOptions(delay, Timeout.InfiniteTimeSpan) { Interleave = true });
    }
}
