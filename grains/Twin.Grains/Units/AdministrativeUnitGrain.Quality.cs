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

    public async Task<QualitySummary> GetQuality(TimePeriod at)
    {
        var summary = QualitySummary.Of(_code, await GetValueQuality(at), _history.Quarantine.Waiting);
        foreach (var below in await Task.WhenAll(_city.Definition.Tree.On(at.End).ChildrenOf(_code)
            .Select(child => Unit(child.Code).GetQuality(at))))
        {
            summary = summary.With(below);
        }

        return summary;
    }

    public async Task<ImmutableArray<ValueQuality>> GetValueQuality(TimePeriod at)
    {
        var upper = _city.Definition.Tree.Find(_code, at.End)?.UpperUnit;
        var peers = upper is { } above && !_city.Definition.QualityRules.IsEmpty
            ? await Unit(above).GetPeerBands(at)
            : PeerBands.None;
        return _quality.Score(at, time.GetUtcNow(), peers);
    }

    public Task<PeerBands> GetPeerBands(TimePeriod at)
    {
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
