using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Twin.Grains.Units;
using Twin.Model.Alerts;
using Twin.Model.Calendars;
using Twin.Model.Cities;
using Twin.Model.Units;
using Twin.Model.Vessels;

namespace Twin.Grains.Alerts;

/// <summary>
/// Holds the alerts and cases of one unit. What changes is on disk before anybody is told, with what is still to be
/// told beside it.
/// </summary>
internal sealed partial class AlertGrain(
    [PersistentState("alerts", "Default")] IPersistentState<AlertGrainState> kept,
    LiveCity live,
    IEnumerable<IAlertListener> listeners,
    IEnumerable<IQualityScores> quality,
    TimeProvider time,
    ILogger<AlertGrain> logger) : Grain, IAlertGrain
{
    /// <summary>How many units below are asked to look at their rules at once.</summary>
    private const int AtOnce = 8;

    /// <summary>The most news that waits for subscribers; the oldest gives way, and is counted as lost.</summary>
    private const int MaxOutbox = 1_000;

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan OutboxRetry = TimeSpan.FromSeconds(10);

    private AdministrativeUnitCode _code;
    private AlertBook _book = null!; // Set by OnActivateAsync, before any other method can run.
    private AlertReader _reader = null!; // Likewise.
    private IGrainTimer? _watch;
    private IGrainTimer? _retry;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _code = AdministrativeUnitCode.Parse(this.GetPrimaryKeyString(), CultureInfo.InvariantCulture);
        _book = new AlertBook(_code, kept.State.Tracks, kept.State.Alerts, kept.State.Raised);
        _reader = new AlertReader(
            _code,
            live,
            GrainFactory.GetGrain<IAdministrativeUnitGrain>(_code.Value),
            quality.FirstOrDefault());
        if (!kept.State.Outbox.IsEmpty)
        {
            TellLater(TimeSpan.Zero);
        }

        return Task.CompletedTask;
    }

    public Task Watch()
    {
        _watch ??= this.RegisterGrainTimer(
            static (grain, _) => grain.Evaluate(new AlertTick(grain.Now(), [])),
            this,
            new GrainTimerCreationOptions(TimeSpan.Zero, Every) { KeepAlive = true });
        return Task.CompletedTask;
    }

    public async Task Evaluate(AlertTick tick)
    {
        var rules = _reader.Rules(tick.At);
        var feeds = await _reader.ReadFeedsAsync(rules, tick.At);
        var changed = _book.Read(feeds, tick.At);
        var down = tick.FeedsDown.Concat(FeedsDown()).ToHashSet(StringComparer.Ordinal);
        changed |= _book.Read(await _reader.ReadFiguresAsync(rules), tick.At);
        changed |= _book.Read(await _reader.ReadTimesAsync(rules, tick, down), tick.At);
        changed |= _book.Escalate(
            rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal), Above(tick.At), tick.At);
        await KeepAsync(changed);
        await EvaluateBelowAsync(tick with { FeedsDown = [.. down.Order(StringComparer.Ordinal)] });
    }

    public async Task FiguresChanged()
    {
        var now = Now();
        await KeepAsync(_book.Read(await _reader.ReadFiguresAsync(_reader.Rules(now)), now));
    }

    public Task<IReadOnlyList<Alert>> GetAlerts() => Task.FromResult<IReadOnlyList<Alert>>([.. _book.Alerts]);

    public async Task<AlertActionAnswer> Act(AlertAction action)
    {
        if (_book.Act(action.Id, action.Kind, action.By, action.Text, Now()) is { } refusal)
        {
            return new AlertActionAnswer(null, refusal);
        }

        await KeepAsync(true);
        return new AlertActionAnswer(_book.Find(action.Id), null);
    }

    public Task<IReadOnlyList<CaseFile>> GetCases() => Task.FromResult<IReadOnlyList<CaseFile>>(kept.State.Cases);

    public async Task<CaseActionAnswer> ActOnCase(CaseAction action)
    {
        var cases = new CaseBook(_code, kept.State.Cases, kept.State.Opened);
        var (file, refusal) = action.Id is { } id
            ? cases.Change(
                id,
                action.By,
                action.Stage,
                action.Assignee,
                action.Deadline,
                action.Text,
                Now(),
                action.Contact,
                action.Resolution)
            : cases.Open(
                action.Title ?? string.Empty,
                action.Alerts,
                action.By,
                action.Assignee,
                action.Deadline,
                action.Text,
                Now(),
                action.Subject);
        if (file is not null)
        {
            await KeepAsync(cases, [file]);
        }

        return new CaseActionAnswer(file, refusal);
    }

    public async Task WatchVessels(ImmutableArray<VesselConcern> standing)
    {
        var cases = new CaseBook(_code, kept.State.Cases, kept.State.Opened);
        var changed = cases.Watch(standing, Now());
        if (!changed.IsEmpty)
        {
            await KeepAsync(cases, changed);
        }
    }

    private DateTimeOffset Now() => time.GetUtcNow();

    private IEnumerable<string> FeedsDown() =>
        _book.Alerts.Where(alert => alert is { Kind: AlertRuleKind.Feed, IsActive: true })
            .Select(alert => alert.Subject);

    private AdministrativeUnitCode[] Above(DateTimeOffset at) =>
        [.. live.Definition.Tree.On(VietnamDay.Of(at)).PathUp(_code).Skip(1).Select(unit => unit.Code)];

    private async Task EvaluateBelowAsync(AlertTick tick)
    {
        var children = live.Definition.Tree.On(VietnamDay.Of(tick.At)).ChildrenOf(_code);
        foreach (var some in children.Chunk(AtOnce))
        {
            await Task.WhenAll(some.Select(
                child => GrainFactory.GetGrain<IAlertGrain>(child.Code.Value).Evaluate(tick)));
        }
    }

    /// <summary>Keeps what changed, then tells: whoever listens here at once, subscribers from the outbox.</summary>
    private async Task KeepAsync(bool changed)
    {
        if (!changed)
        {
            return;
        }

        var notices = _book.TakeNotices();
        kept.State.Raised = _book.Raised;
        kept.State.Tracks = _book.Tracks;
        kept.State.Alerts = [.. _book.Alerts];
        kept.State.Outbox = [.. kept.State.Outbox.AddRange(notices).TakeLast(MaxOutbox)];
        await WriteAsync();
        foreach (var listener in listeners)
        {
            foreach (var notice in notices)
            {
                listener.OnAlert(notice);
            }
        }

        await TellAsync();
    }

    private async Task KeepAsync(CaseBook cases, ImmutableArray<CaseFile> changed)
    {
        kept.State.Cases = cases.Cases;
        kept.State.Opened = cases.Opened;
        await WriteAsync();
        foreach (var listener in listeners)
        {
            foreach (var file in changed)
            {
                listener.OnCase(file);
            }
        }
    }

    private async Task WriteAsync()
    {
        try
        {
            await kept.WriteStateAsync();
        }
        catch
        {
            // What is in memory is not what is kept: the next activation takes up what is.
            this.DeactivateOnIdle();
            throw;
        }
    }

    private async Task TellAsync()
    {
        if (kept.State.Outbox.IsEmpty)
        {
            return;
        }

        try
        {
            await GrainFactory.GetGrain<IWebhookDirectoryGrain>(IWebhookDirectoryGrain.Key).Tell(kept.State.Outbox);
            kept.State.Outbox = [];
            await kept.WriteStateAsync();
        }
#pragma warning disable CA1031 // The edge of this grain: whatever kept the news from arriving, it is told again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogUntold(exception, _code, kept.State.Outbox.Length, OutboxRetry);
            TellLater(OutboxRetry);
        }
    }

    private void TellLater(TimeSpan delay)
    {
        _retry?.Dispose();
        _retry = this.RegisterGrainTimer(
            static (grain, _) => grain.TellAsync(),
            this,
            new GrainTimerCreationOptions(delay, Timeout.InfiniteTimeSpan));
    }

    [LoggerMessage(1, LogLevel.Warning, "Alerts of {Unit}: {Count} notices could not be handed on; again in {Delay}")]
    private partial void LogUntold(Exception exception, AdministrativeUnitCode unit, int count, TimeSpan delay);
}
