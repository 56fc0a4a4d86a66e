using Twin.Model.Observations;
using Twin.Model.Quality;
using Twin.Model.Units;

namespace Twin.Api.Observations;

/// <summary>What the log keeps beside an observation.</summary>
/// <param name="Format">What was hard to read: spaces, ambiguousMark, legacyEncoding, lookalikeLetters.</param>
/// <param name="HeldBy">The rule that holds it; null where none does.</param>
/// <param name="Decides">What it decides about a held one: release, correct or discard; null where it does not.</param>
/// <param name="About">The held one that it decides about, as /v1/quarantine calls it.</param>
/// <param name="Comment">Why, in the words of the one who decided.</param>
internal sealed record ObservationNotesAnswer(
    IReadOnlyList<string> Format, string? HeldBy, QuarantineDecisionKind? Decides, string? About, string? Comment)
{
    /// <summary>Makes the answer; null without notes.</summary>
    public static ObservationNotesAnswer? Of(AdministrativeUnitCode unit, ObservationNotes? notes) => notes is null
        ? null
        : new ObservationNotesAnswer(
            Words(notes.Format),
            notes.Held?.Rule,
            notes.Decision?.Kind,
            notes.Decision is { } decision ? new QuarantineKey(unit, decision.Sequence).ToString() : null,
            notes.Decision?.Comment);

    /// <summary>The names of the flags that are set.</summary>
    public static IReadOnlyList<string> Words(FormatTrouble trouble) =>
    [
        .. Enum.GetValues<FormatTrouble>().Where(one => one != FormatTrouble.None && trouble.HasFlag(one))
            .Select(one => one.ToString()).Select(name => char.ToLowerInvariant(name[0]) + name[1..]),
    ];
}
