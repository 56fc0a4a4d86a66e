using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Twin.Grains.Duties;
using Twin.Model.Cities;
using Twin.Model.Observations;
using Twin.Model.Quality;
using Twin.Model.Rollups;
using Twin.Model.Units;

namespace Twin.Grains.Units;

/// <summary>
/// Holds the figures of one unit. What it reports itself is in the observation log and read back on activation; what
/// the units below contribute is soft state, asked for on activation and replaced by their messages since.
/// </summary>
internal sealed partial class AdministrativeUnitGrain(
    [PersistentState("duties", "Default")] IPersistentState<DutyMarksState> marks,
    LiveCity live,
    IObservationLog log,
    IRollupListener listener,
    TimeProvider time,
    ILogger<AdministrativeUnitGrain> logger) : Grain, IAdministrativeUnitGrain
{
    /// <summary>The most aggregates one message to the unit above carries.</summary>
    private const int MaxRowsPerMessage = 8_192;

    private static readonly TimeSpan FirstRetry = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestRetry = TimeSpan.FromSeconds(5);

    // Leaves the unit above, when it is what woke this one, the time to take everything in one answer.
    private static readonly TimeSpan FirstSend = TimeSpan.FromMilliseconds(250);

    // What is lost with a unit below, or on the way from it, is missing above for no longer than this.
    private static readonly TimeSpan ComparePeriod = TimeSpan.FromSeconds(30);

    private AdministrativeUnitCode _code;
    private CityRevision _city = null!; // Set by OnActivateAsync, before any other method can run.
    private RollupTable _table = null!; // Likewise.
    private UnitHistory _history = null!; // Likewise.
    private UnitFigures _figures = null!; // Likewise.
    private UnitScorecard _scorecard = null!; // Likewise.
    private ObservationRules _rules = null!; // Likewise.
    private Task _sending = Task.CompletedTask;
    private IGrainTimer? _sendLater;
    private TimeSpan _retry = FirstRetry;
    private bool _hasSent;
    private bool _hasEnded;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        // Orleans 10 holds the activation's lock until the first await that does not complete at once, and sending to
        // another activation takes its lock: two units that called each other there would wait for each other forever.
        await Task.Yield();
        _code = AdministrativeUnitCode.Parse(this.GetPrimaryKeyString(), CultureInfo.InvariantCulture);
        // Units and indicators stay as they are now for as long as the activation lives: see FollowCity.
        // What this silo knows may be older than what another silo has told the activation before this one.
        _city = await live.LatestAsync(cancellationToken);
        _table = new RollupTable(_code, _city.Definition.Tree, _city.Definition.Indicators);
        _history = new UnitHistory(_table, _city.Definition.Indicators);
        _figures = new UnitFigures(_code, _city.Definition, _table);
        _scorecard = new UnitScorecard(_code, _city.Definition, live, _figures, time, GrainFactory);
        _rules = new ObservationRules(_city.Definition.Tree, _city.Definition.Indicators);
        _holds = new HoldRules(_city.Definition, _history, _table);
        _quality = new OwnQuality(
            new UnitQuality(_code, _city.Definition, _history, _table), () => _history.LastSequence);
        await foreach (var logged in log.ReadUnitAsync(_code, cancellationToken))
        {
            _history.Apply(logged);
        }

        var below = _city.Definition.Tree.EverBelow(_code);
        await _table.ReceiveAllAsync(below.Select(child => Unit(child).GetTotals(_code)));

        if (_history.UnknownCount > 0)
        {
            LogUnknownIndicators(_code, _history.UnknownCount);
        }

        StartDuties();
        SendLater(FirstSend);
        if (below.Length > 0)
        {
            // Before anybody can ask for a flush: those below need not send what they have just been asked for.
            await CompareAsync();

            // Interleaves, for it changes nothing here.
            this.RegisterGrainTimer(
                static (grain, _) => grain.CompareAsync(),
                this,
                new GrainTimerCreationOptions(ComparePeriod, ComparePeriod) { Interleave = true });
        }
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        // A message may still be on its way. What this activation would publish after it is older than what the next
        // one has published by then, and the next one sends all of it anyway.
        _hasEnded = true;
        return Task.CompletedTask;
    }

    public async Task<ReportAnswer> Report(ReportMessage report)
    {
        var (good, rejected) = ReportSieve.Sift(_rules, _code, report.Observations, time.GetUtcNow());
        if (good.Length == 0)
        {
            return new ReportAnswer(0, 0, false, rejected, []);
        }

        good = _holds.Mark(good);
        var batch = new ObservationBatch(_code, report.Reporter, report.IdempotencyKey, good);
        var receipt = await AppendAsync(batch);
        if (receipt.IsRepeat)
        {
            return await AnswerRepeatAsync(report, rejected, receipt);
        }

        _history.Apply(new LoggedBatch(receipt.FirstSequence, receipt.RecordedAt, batch));
        NoteDuties(batch);
        Send();
        var held = HeldRows.Of(good, rejected, receipt.FirstSequence);
        return new ReportAnswer(good.Length - held.Length, receipt.LastSequence, false, rejected, held);
    }

    public Task ReceiveFromBelow(AggregatesMessage message)
    {
        if (_table.Receive(message.From, message.Rows) > 0)
        {
            Send();
        }

        return Task.CompletedTask;
    }

    public Task<AggregatesMessage> GetTotals(AdministrativeUnitCode upper)
    {
        if (!_hasSent)
        {
            // Who asks is starting, and compares as soon as it has started. If it never does, all of it is sent.
            SendLater(ComparePeriod);
        }

        return Task.FromResult(new AggregatesMessage(_code, _table.All(upper)));
    }

    public Task Compare(AdministrativeUnitCode upper, long versions)
    {
        if (_table.VersionsFor(upper) <= versions)
        {
            // What is sent is also published; so with somebody listening changes are sent, and change nothing above.
            // What this unit had when it started is no news.
            if (!_hasSent || !listener.IsListening)
            {
                _table.ForgetChanges(upper);
            }
        }
        else if (_sending.IsCompleted && !_table.HasChanges)
        {
            _table.GiveBackAll(upper);
            Send();
        }

        return Task.CompletedTask;
    }

    private async Task<AppendReceipt> AppendAsync(ObservationBatch batch)
    {
        try
        {
            return await log.AppendAsync(batch, CancellationToken.None);
        }
        catch (ObservationLogException)
        {
            // Whether the batch is in the log is not known: the next activation reads what is.
            this.DeactivateOnIdle();
            throw;
        }
    }

    private async Task<ReportAnswer> AnswerRepeatAsync(
        ReportMessage report, ImmutableArray<RejectedObservation> rejected, AppendReceipt receipt)
    {
        var count = (int)(receipt.LastSequence - receipt.FirstSequence + 1);
        if (count + rejected.Length == report.Observations.Length && _history.Quarantine.Entries.Count == 0)
        {
            return new ReportAnswer(count, receipt.LastSequence, true, rejected, []);
        }

        await foreach (var logged in log.ReadUnitAsync(_code, CancellationToken.None))
        {
            if (logged.FirstSequence == receipt.FirstSequence)
            {
                return RepeatedReport.Answer(report, rejected, logged);
            }
        }

        throw new ObservationLogException($"Unit {_code} cannot read a batch that the log says it has.");
    }

    private IAdministrativeUnitGrain Unit(AdministrativeUnitCode code) =>
        GrainFactory.GetGrain<IAdministrativeUnitGrain>(code.Value);

    /// <summary>
    /// Starts sending changes upwards unless that is under way. While one message travels, further changes gather for
    /// the next: a burst makes messages larger, not more.
    /// </summary>
    private void Send()
    {
        if (_sending.IsCompleted && _table.HasChanges)
        {
            _hasSent = true;
            _sending = SendChangesAsync();
        }
    }

    private async Task SendChangesAsync()
    {
        while (!_hasEnded && _table.TryTakeChanges(MaxRowsPerMessage, out var upper, out var taken))
        {
            var rows = taken.Value;
            if (rows.IsEmpty)
            {
                continue;
            }

            NoteAlerts();

            if (listener.IsListening)
            {
                listener.OnChanged(_figures.Change(rows));
            }

            if (upper is { } above && !await TrySendAsync(above, rows))
            {
                return;
            }
        }
    }

    private async Task<bool> TrySendAsync(AdministrativeUnitCode above, ImmutableArray<VersionedAggregate> rows)
    {
        try
        {
            await Unit(above).ReceiveFromBelow(new AggregatesMessage(_code, rows));
            _retry = FirstRetry;
            return true;
        }
#pragma warning disable CA1031 // The edge of this grain: whatever kept the message from arriving, it is tried again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogUnreachable(exception, _code, above, rows.Length, _retry);
            RollupMetrics.CountFailedSend();
            if (_hasEnded)
            {
                return false;
            }

            _table.GiveBack(rows);
            SendLater(_retry);
            _retry = _retry * 2 < LongestRetry ? _retry * 2 : LongestRetry;
            return false;
        }
    }

    /// <summary>
    /// Tells every unit below what this one holds of its totals. A unit that ended before it could send them starts
    /// for it, and does.
    /// </summary>
    private async Task CompareAsync()
    {
        try
        {
            await Task.WhenAll(_city.Definition.Tree.EverBelow(_code).Select(
                child => Unit(child).Compare(_code, _table.VersionsFrom(child))));
        }
#pragma warning disable CA1031 // The edge of this grain: whatever kept a unit from answering, it is asked again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogUnanswered(exception, _code, ComparePeriod);
        }
    }

    private void SendLater(TimeSpan delay)
    {
        _sendLater?.Dispose();
        _sendLater = this.RegisterGrainTimer(
            static (grain, _) =>
            {
                grain.Send();
                return Task.CompletedTask;
            },
            this,
            new GrainTimerCreationOptions(delay, Timeout.InfiniteTimeSpan));
    }

    [LoggerMessage(1, LogLevel.Warning, "Unit {Unit} cannot reach {Above} with {Rows} aggregates; again in {Delay}")]
    private partial void LogUnreachable(
        Exception exception, AdministrativeUnitCode unit, AdministrativeUnitCode above, int rows, TimeSpan delay);

    [LoggerMessage(3, LogLevel.Warning, "Unit {Unit} cannot compare with all units below; again in {Delay}")]
    private partial void LogUnanswered(Exception exception, AdministrativeUnitCode unit, TimeSpan delay);

    [LoggerMessage(
        2,
        LogLevel.Warning,
        "Unit {Unit}: {Count} logged observations are of indicators that the catalogue does not have, or derives")]
    private partial void LogUnknownIndicators(AdministrativeUnitCode unit, long count);
}
