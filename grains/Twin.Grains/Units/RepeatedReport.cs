using System.Collections.Immutable;
using Twin.Model;
using Twin.Model.Observations;

namespace Twin.Grains.Units;

/// <summary>
/// The answer to a report that the log has already. The first one may have come when less of it was good: an
/// observation whose result time lay ahead of our clock then is no longer refused now, and is not in the log for all
/// that.
/// </summary>
internal static class RepeatedReport
{
    /// <summary>Answers by what the log took.</summary>
    /// <param name="report">The repeat.</param>
    /// <param name="rejected">What of it is refused now.</param>
    /// <param name="logged">What the log took of the first.</param>
    public static ReportAnswer Answer(
        ReportMessage report, ImmutableArray<RejectedObservation> rejected, LoggedBatch logged)
    {
        var taken = new Dictionary<Observation, int>();
        for (var place = 0; place < logged.Batch.Observations.Length; place++)
        {
            taken[logged.Batch.Observations[place].AsReported()] = place;
        }

        var reasons = rejected.ToDictionary(one => one.Index, one => one.Refusal);
        var refused = ImmutableArray.CreateBuilder<RejectedObservation>();
        var held = ImmutableArray.CreateBuilder<HeldObservation>();
        foreach (var (index, observation) in report.Observations.Index())
        {
            if (!taken.TryGetValue(observation.AsReported(), out var place))
            {
                refused.Add(new RejectedObservation(
                    index, reasons.GetValueOrDefault(index) ?? RefusedBefore(report.IdempotencyKey)));
            }
            else if (logged.Batch.Observations[place].Notes?.Held is { } finding)
            {
                held.Add(new HeldObservation(index, logged.FirstSequence + place, finding));
            }
        }

        return new ReportAnswer(
            report.Observations.Length - refused.Count - held.Count,
            logged.LastSequence,
            true,
            refused.DrainToImmutable(),
            held.DrainToImmutable());
    }

    private static Refusal RefusedBefore(string? key) => new(
        "refused_before",
        $"The report with the idempotency key '{key}' was taken without this observation.",
        "It was refused then and would be good now: send it again with another key.");
}
