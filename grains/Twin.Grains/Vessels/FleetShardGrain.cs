using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Twin.Model.Vessels;

namespace Twin.Grains.Vessels;

/// <summary>
/// Holds the vessels of a shard. A report is judged, written, and only then applied; what is applied is judged again by
/// the time of the log, so that reading the log gives the same.
/// </summary>
internal sealed partial class FleetShardGrain(
    [PersistentState("fleet", "Default")] IPersistentState<FleetShardState> kept,
    IPositionLog log,
    FleetRules rules,
    TimeProvider time,
    IEnumerable<IFleetListener> listeners,
    ILogger<FleetShardGrain> logger) : Grain, IFleetShardGrain
{
    /// <summary>After how many reports the shard is kept, so that a start reads no more of the log than that.</summary>
    private const int KeepAfter = 20_000;

    private int _number;
    private FleetShard _shard = new(rules);
    private long _sequence;
    private int _sinceKept;
    private DateTimeOffset _begun;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _number = int.Parse(this.GetPrimaryKeyString(), CultureInfo.InvariantCulture);
        _sequence = kept.State.Sequence;
        _begun = time.GetUtcNow();
        _shard = Restored();
        RestoreRegister();
        RestoreThinned();
        var feeds = new Dictionary<string, FeedCondition>(StringComparer.Ordinal);
        await foreach (var batch in log.ReadAsync(_number, _sequence, cancellationToken))
        {
            foreach (var report in batch.Reports)
            {
                _shard.Apply(report, await ConditionAsync(report.Feed, feeds), batch.RecordedAt);
            }

            _sequence = batch.Sequence;
            _sinceKept += batch.Reports.Length;
        }

        StartTelling();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        _hasEnded = true;
        if (_sinceKept > 0)
        {
            await KeepAsync();
        }
    }

    public async Task<ImmutableArray<PositionOutcome>> Report(PositionsMessage message)
    {
        var now = time.GetUtcNow();
        var outcomes = new PositionOutcome[message.Reports.Length];
        var written = new List<int>(message.Reports.Length);
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (Settle(message.Reports[i], now, out outcomes[i]))
            {
                written.Add(i);
            }
        }

        if (written.Count > 0)
        {
            var batch = new PositionBatch(_number, [.. written.Select(i => message.Reports[i])]);
            var receipt = await log.AppendAsync(batch, CancellationToken.None);
            foreach (var i in written)
            {
                outcomes[i] = new PositionOutcome(
                    _shard.Apply(message.Reports[i], message.Feed, receipt.RecordedAt), null);
                Note(message.Reports[i].Vessel, outcomes[i].Verdict);
            }

            TellCells();
            _sequence = receipt.Sequence;
            _sinceKept += written.Count;
            Tell(message, written, outcomes, receipt.RecordedAt);
            await KeepSometimesAsync();
        }

        return ImmutableArray.Create(outcomes);
    }

    public async Task<ImmutableArray<VesselId>> Register(ImmutableArray<Vessel> vessels)
    {
        var refused = vessels.Where(vessel => !_shard.Register(vessel)).Select(vessel => vessel.Id).ToImmutableArray();
        var now = time.GetUtcNow();
        foreach (var vessel in vessels)
        {
            _shard.Touch(vessel.Id, now);
        }

        NoteAll(vessels);
        await WriteAsync();
        return refused;
    }

    public async Task AddNames(ImmutableArray<VesselAlias> aliases)
    {
        foreach (var alias in aliases)
        {
            // Entered again, it stands for the vessel since the first time.
            if (_shard.Resolve(alias.Name) != alias.Vessel)
            {
                _namedAt[alias.Name] = alias.At;
            }

            _shard.Alias(alias.Name, alias.Vessel, time.GetUtcNow());
            _places.Remove(alias.Name);
        }

        TellCells();
        await WriteAsync();
    }

    public Task<VesselId?> Resolve(VesselId name) =>
        Task.FromResult(_shard.Resolve(name) ?? _shard.Find(name)?.Vessel.Id);

    public Task<VesselStanding?> Find(VesselId id, FleetQuestion question) => Task.FromResult(
        _shard.Find(id) is { } tracked
            ? VesselStanding.Of(tracked, rules, FleetShard.FeedOf(tracked, Feeds(question)), question.At)
            : null);

    public Task<ImmutableArray<VesselStanding>> List(FleetQuestion question) =>
        Task.FromResult(_shard.Standings(Feeds(question), question.At).ToImmutableArray());

    public Task<FleetMarks> Marks(FleetQuestion question, DateTimeOffset? since)
    {
        var feeds = Feeds(question);
        return Task.FromResult(since is { } then && then >= _begun
            ? new FleetMarks([.. _shard.ChangedMarks(feeds, question.At, then)], [.. _shard.GoneSince(then)])
            : new FleetMarks([.. _shard.Marks(feeds, question.At)], [.. _shard.GoneSince(DateTimeOffset.MinValue)]));
    }

    public Task<ImmutableArray<FleetCount>> Tally(FleetQuestion question) =>
        Task.FromResult(_shard.Tally(Feeds(question), question.At));

    public async Task<ImmutableArray<FleetCount>> TallyAsOf(FleetQuestion question)
    {
        var feeds = Feeds(question);
        return (await AsOfAsync(question.At, feeds)).Tally(feeds, question.At);
    }

    public async Task<ImmutableArray<VesselStanding>> ListAsOf(FleetQuestion question)
    {
        var feeds = Feeds(question);
        return [.. (await AsOfAsync(question.At, feeds)).Standings(feeds, question.At)];
    }

    public Task<ImmutableArray<VesselConcern>> Concerns(FleetQuestion question)
    {
        var feeds = Feeds(question);
        return Task.FromResult(_shard.Vessels
            .SelectMany(tracked => VesselConcern.Of(tracked, rules, FleetShard.FeedOf(tracked, feeds), question.At))
            .ToImmutableArray());
    }

    private static Dictionary<string, FeedCondition> Feeds(FleetQuestion question) =>
        question.Feeds.ToDictionary(feed => feed.Feed, StringComparer.Ordinal);

    /// <summary>The shard by what was recorded until an instant, with the papers of then.</summary>
    private async Task<FleetShard> AsOfAsync(DateTimeOffset at, Dictionary<string, FeedCondition> feeds)
    {
        var then = new FleetShard(rules);
        RegisterAsOf(then, at);
        await foreach (var batch in log.ReadAsync(_number, 0, CancellationToken.None))
        {
            if (batch.RecordedAt > at)
            {
                break;
            }

            foreach (var report in batch.Reports)
            {
                then.Apply(report, feeds.GetValueOrDefault(report.Feed), batch.RecordedAt);
            }
        }

        MergeAsOf(then, at);
        return then;
    }

    /// <summary>Whether a report is to be written; what becomes of it otherwise.</summary>
    private bool Settle(PositionReport report, DateTimeOffset now, out PositionOutcome outcome)
    {
        outcome = default;
        if (_shard.Resolve(report.Vessel) is { } moved)
        {
            outcome = new PositionOutcome(null, moved);
            return false;
        }

        var verdict = _shard.Judge(report, now);
        if (verdict is PositionVerdict.Accepted or PositionVerdict.Jump)
        {
            return _shard.HasRoom(report.Vessel);
        }

        _shard.Count(report, verdict);
        outcome = new PositionOutcome(verdict, null);
        return false;
    }

    /// <summary>Tells who watches of the vessels that reports moved, each once.</summary>
    private void Tell(
        PositionsMessage message, List<int> written, PositionOutcome[] outcomes, DateTimeOffset recordedAt)
    {
        var watching = listeners.Where(listener => listener.IsWatching).ToArray();
        if (watching.Length == 0)
        {
            return;
        }

        VesselMark[] marks =
        [
            .. written.Where(i => outcomes[i].Verdict is PositionVerdict.Accepted)
                .Select(i => message.Reports[i].Vessel).Distinct()
                .Select(id => _shard.Mark(id, message.Feed, recordedAt)).OfType<VesselMark>(),
        ];
        if (marks.Length > 0)
        {
            Array.ForEach(watching, listener => listener.OnMoved(marks));
        }
    }

    private FleetShard Restored()
    {
        var shard = new FleetShard(rules);
        foreach (var state in kept.State.Vessels)
        {
            shard.Restore(state);
        }

        foreach (var alias in kept.State.Aliases)
        {
            shard.Alias(alias.Name, alias.Vessel);
        }

        return shard;
    }

    private async Task<FeedCondition?> ConditionAsync(string feed, Dictionary<string, FeedCondition> known)
    {
        if (!known.TryGetValue(feed, out var condition))
        {
            condition = await GrainFactory.GetGrain<IFeedGrain>(feed).GetCondition();
            known.Add(feed, condition);
        }

        return condition;
    }

    private async Task KeepSometimesAsync()
    {
        if (_sinceKept >= KeepAfter)
        {
            await KeepAsync();
        }
    }

    /// <summary>
    /// Keeps the shard. The log has everything, so a failure costs time at the next start and no more.
    /// </summary>
    private async Task KeepAsync()
    {
        try
        {
            await WriteAsync();
        }
#pragma warning disable CA1031 // The edge of this grain: whatever kept it from being kept, the log has it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogNotKept(exception, _number);
        }
    }

    private async Task WriteAsync()
    {
        kept.State.Sequence = _sequence;
        kept.State.Vessels = [.. _shard.Vessels.Select(tracked => tracked.ToState())];
        kept.State.Aliases =
        [
            .. _shard.Aliases.Select(pair => new VesselAlias(
                pair.Key, pair.Value, _namedAt.GetValueOrDefault(pair.Key))),
        ];
        kept.State.Thinned = [.. ThinningMarks()];
        kept.State.Entries = [.. _entries.Values.SelectMany(entries => entries)];
        try
        {
            await kept.WriteStateAsync();
            _sinceKept = 0;
        }
        catch
        {
            // What is in memory is not what is kept: the next activation takes up what is.
            this.DeactivateOnIdle();
            throw;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Shard {Shard} of the fleet could not be kept; its log has everything")]
    private partial void LogNotKept(Exception exception, int shard);
}
