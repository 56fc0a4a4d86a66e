using System.Collections.Immutable;
using Twin.Grains.Quality;
using Twin.Model;
using Twin.Model.Observations;
using Twin.Model.Quality;

namespace Twin.Grains.Units;

/// <content>What of the unit's observations is held, and what is decided about it: entries of the log too.</content>
internal sealed partial class AdministrativeUnitGrain
{
    private HoldRules _holds = null!; // Set by OnActivateAsync, before any other method can run.

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
