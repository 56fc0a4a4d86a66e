using System.Collections.Immutable;
using Twin.Grains.Quality;
using Twin.Model;
using Twin.Model.Observations;
using Twin.Model.Quality;
using Twin.Model.Time;

namespace Twin.Grains.Units;

/// <content>What of the unit's observations is held, and what is decided about it: entries of the log too.</content>
internal sealed partial class AdministrativeUnitGrain
{
    // While reports stream in, all units below would be scored anew for each: a crowd does not move that fast.
    private static readonly TimeSpan PeersStay = TimeSpan.FromMinutes(1);

    private HoldRules _holds = null!; // Set by OnActivateAsync, before any other method can run.
    private OwnQuality _quality = null!; // Likewise.
    private (TimePeriod At, DateTimeOffset Until, PeerBands Bands) _bands = (default, default, PeerBands.None);
    private ((TimePeriod At, DateTimeOffset AsOf, long Versions) Asked, Task<PeerBands>? Bands) _pastBands;

    public async Task<QualitySummary> GetQuality(TimePeriod at, DateTimeOffset? asOf = null)
    {
        var peers = await PeersAsync(at, asOf);
        QualitySummary summary;
        if (asOf is { } instant)
        {
            var then = await PastQuality.ReadAsync(_code, _city.Definition, log, instant);
            summary = QualitySummary.Of(_code, then.Quality.Score(at, instant, peers), then.Waiting);
        }
        else
        {
            var values = _quality.Score(at, time.GetUtcNow(), peers);
            summary = QualitySummary.Of(_code, values, _history.Quarantine.Waiting);
        }

        foreach (var below in await Task.WhenAll(_city.Definition.Tree.On(at.End).ChildrenOf(_code)
            .Select(child => Unit(child.Code).GetQuality(at, asOf))))
        {
            summary = summary.With(below);
        }

        return summary;
    }

    public async Task<ImmutableArray<ValueQuality>> GetValueQuality(TimePeriod at, DateTimeOffset? asOf = null)
    {
        var peers = await PeersAsync(at, asOf);
        if (asOf is not { } instant)
        {
            var now = time.GetUtcNow();
            return [.. _quality.Score(at, now, peers), .. _quality.ScoreParts(at, now)];
        }

        var (quality, _) = await PastQuality.ReadAsync(_code, _city.Definition, log, instant);
        return [.. quality.Score(at, instant, peers), .. quality.ScoreParts(at, instant)];
    }

    public Task<PeerBands> GetPeerBands(TimePeriod at, DateTimeOffset? asOf = null)
    {
        if (asOf is { } instant)
        {
            return GetPastPeerBandsAsync(at, instant);
        }

        var now = time.GetUtcNow();
        if (_bands.At != at || (_bands.Bands.Version != _table.Versions && now >= _bands.Until))
        {
            var children = _city.Definition.Tree.On(at.End).ChildrenOf(_code);
            _bands = (at, now + PeersStay, children.IsEmpty
                ? PeerBands.None
                : PeerBands.Of(_city.Definition, _table, children[0].Level, at.End));
        }

        return Task.FromResult(_bands.Bands);
    }

    /// <summary>What the units beside this one report; none without rules that ask for it.</summary>
    private async Task<PeerBands> PeersAsync(TimePeriod at, DateTimeOffset? asOf) =>
        _city.Definition.Tree.Find(_code, at.End)?.UpperUnit is { } above && !_city.Definition.QualityRules.IsEmpty
            ? await Unit(above).GetPeerBands(at, asOf)
            : PeerBands.None;

    /// <summary>All units below ask for the same at once: it is worked out for the first of them.</summary>
    private Task<PeerBands> GetPastPeerBandsAsync(TimePeriod at, DateTimeOffset asOf)
    {
        var asked = (at, asOf, _table.Versions);
        if (_pastBands.Asked != asked || _pastBands.Bands is not { IsFaulted: false, IsCanceled: false } bands)
        {
            bands = MakeAsync();
            _pastBands = (asked, bands);
        }

        return bands;

        async Task<PeerBands> MakeAsync()
        {
            var children = _city.Definition.Tree.On(at.End).ChildrenOf(_code);
            if (children.IsEmpty)
            {
                return PeerBands.None;
            }

            var level = children[0].Level;
            var then = await TableAsOf(
                [
                    .. PeerBands.Needs(_city.Definition, level, at.End)
                        .Select(figure => new FigureKey(figure.Indicator, figure.Period)),
                ],
                asOf);
            return PeerBands.Of(_city.Definition, then, level, at.End);
        }
    }

    public Task<ImmutableArray<HeldObservation>> FindHeld(ImmutableArray<Observation> observations)
    {
        var (good, rejected) = ReportSieve.Sift(_rules, _code, observations, time.GetUtcNow());
        return Task.FromResult(HeldRows.Of(_holds.Mark(good), rejected, null));
    }

    public Task<ImmutableArray<QuarantineEntry>> GetQuarantine() =>
        Task.FromResult<ImmutableArray<QuarantineEntry>>([.. _history.Quarantine.Entries]);

    public async Task<QuarantineAnswer> Decide(QuarantineMessage message)
    {
        var now = time.GetUtcNow();
        if (_history.Quarantine.Find(message.Decision.Sequence) is not { } entry)
        {
            return new QuarantineAnswer(null, new Refusal(
                "not_found",
                $"Nothing is held as '{new QuarantineKey(_code, message.Decision.Sequence)}'.",
                "/v1/quarantine lists what is."));
        }

        var (observation, refusal) = QuarantineRules.Decide(
            entry, message.Decision, message.Value, message.Denominator, now);
        if (observation is { Counts: true } counting)
        {
            refusal ??= _rules.Check(_code, counting, now);
        }

        if (refusal is not null || observation is not { } decided)
        {
            return new QuarantineAnswer(null, refusal);
        }

        var batch = new ObservationBatch(_code, message.By, null, [decided]);
        var receipt = await AppendAsync(batch);
        _history.Apply(new LoggedBatch(receipt.FirstSequence, receipt.RecordedAt, batch));
        NoteDuties(batch);
        Send();
        return new QuarantineAnswer(_history.Quarantine.Find(entry.Sequence), null);
    }
}
