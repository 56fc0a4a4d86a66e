using System.Globalization;
using Twin.Model.Observations;

namespace Twin.Model.Quality;

/// <summary>What may be decided about a held observation, and the log entry that it makes. Pure.</summary>
public static class QuarantineRules
{
    /// <summary>The observation that a decision appends, or why it cannot be taken: one of the two.</summary>
    /// <param name="entry">The held observation.</param>
    /// <param name="decision">What is decided, and why.</param>
    /// <param name="value">The number that counts instead, for a correction alone.</param>
    /// <param name="denominator">Its denominator.</param>
    /// <param name="now">The current instant: a correction is newer than what it corrects.</param>
    public static (Observation? Observation, Refusal? Refusal) Decide(
        QuarantineEntry entry, QuarantineDecision decision, double? value, double? denominator, DateTimeOffset now)
    {
        if (entry.Decision is not null)
        {
            return (null, new Refusal(
                "conflict",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{entry.Key} was {Word(entry.State)} by {entry.DecidedBy} at {entry.DecidedAt:u}."),
                "What is decided stays; send a correction as a report."));
        }

        var notes = new ObservationNotes { Format = entry.Observation.Notes?.Format ?? default, Decision = decision };
        var released = entry.Observation with { Notes = notes };
        if (decision.Kind != QuarantineDecisionKind.Correct)
        {
            return value is null && denominator is null
                ? (released, null)
                : (null, new Refusal(
                    "invalid_request", "Only a correction has a number.", "Leave value and denominator out."));
        }

        if (value is not { } corrected)
        {
            return (null, new Refusal(
                "missing_parameter", "The member 'value' is required.", "Send the number that is right."));
        }

        // Whole milliseconds, and never before what it corrects: senders' clocks differ.
        var instant = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        return (released with
        {
            Value = corrected,
            Denominator = denominator,
            ResultTime = instant > released.ResultTime ? instant : released.ResultTime,
            Notes = new ObservationNotes { Decision = decision },
        }, null);
    }

    private static string Word(QuarantineState state) => state.ToString().ToLowerInvariant();
}
