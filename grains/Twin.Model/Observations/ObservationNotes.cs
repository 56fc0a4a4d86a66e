using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Twin.Model.Quality;

namespace Twin.Model.Observations;

/// <summary>
/// What the log keeps beside an observation: trouble in reading it, why it is held, or what was decided about one that
/// was. Most observations have none, and then nothing is kept. Immutable.
/// </summary>
public sealed record ObservationNotes
{
    /// <summary>The longest text of notes, in UTF-8 bytes.</summary>
    public const int MaxLength = 4_096;

    private const char Separator = ';';
    private const char Comma = ',';

    // Flags have few combinations, and a whole file may have the same one.
    private static readonly ObservationNotes?[] Troubles =
    [
        null, .. Enumerable.Range(1, 15).Select(flags => new ObservationNotes { Format = (FormatTrouble)flags }),
    ];

    /// <summary>What was hard to read.</summary>
    public FormatTrouble Format { get; init; }

    /// <summary>Why it does not count before somebody has decided; <c>null</c> when it is not held.</summary>
    public QualityFinding? Held { get; init; }

    /// <summary>What this entry decides about an earlier one; <c>null</c> when it was reported.</summary>
    public QuarantineDecision? Decision { get; init; }

    /// <summary>
    /// Whether the observation takes part in figures. One that is held does not, nor does the entry that discards it;
    /// the entry that releases or corrects it does, from when it was recorded.
    /// </summary>
    public bool Counts => Held is null && Decision is not { Kind: QuarantineDecisionKind.Discard };

    /// <summary>Notes of trouble in reading alone; <c>null</c> for none.</summary>
    public static ObservationNotes? Of(FormatTrouble trouble) => Troubles[(int)trouble];

    /// <summary>Reads notes from their text.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ObservationNotes? notes)
    {
        notes = null;
        var rest = (text ?? string.Empty).AsSpan();
        var read = new ObservationNotes();
        while (!rest.IsEmpty)
        {
            // A decision comes last, for its comment may hold anything.
            var isDecision = rest.StartsWith("d=", StringComparison.Ordinal);
            var end = isDecision ? -1 : rest.IndexOf(Separator);
            var part = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (TryReadPart(read, part.ToString()) is not { } next)
            {
                return false;
            }

            read = next;
        }

        notes = read.IsEmpty ? null : read;
        return notes is not null;
    }

    /// <summary>What of the notes comes from the one who reported; <c>null</c> when nothing does.</summary>
    public ObservationNotes? AsReported() => Of(Format);

    /// <summary>The text, which <see cref="TryParse"/> reads.</summary>
    public override string ToString()
    {
        var parts = new List<string>(3);
        if (Format != FormatTrouble.None)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"f={(int)Format}"));
        }

        if (Held is { } held)
        {
            parts.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"h={held.Rule},{(int)held.Kind},{held.Value:R},{held.Reference:R},{held.Measure:R}"));
        }

        if (Decision is { } decision)
        {
            parts.Add(string.Create(
                CultureInfo.InvariantCulture, $"d={(int)decision.Kind},{decision.Sequence},{decision.Comment}"));
        }

        return string.Join(Separator, parts);
    }

    private bool IsEmpty => Format == FormatTrouble.None && Held is null && Decision is null;

    private static ObservationNotes? TryReadPart(ObservationNotes notes, string part) => part switch
    {
        ['f', '=', .. var format] when TryNumber(format, out var flags) && flags is > 0 and < 16 =>
            notes with { Format = (FormatTrouble)flags },
        ['h', '=', .. var held] when TryReadFinding(held) is { } finding => notes with { Held = finding },
        ['d', '=', .. var decided] when TryReadDecision(decided) is { } decision => notes with { Decision = decision },
        _ => null,
    };

    private static QualityFinding? TryReadFinding(string text) =>
        text.Split(Comma) is [{ Length: > 0 } rule, var kind, var value, var reference, var measure]
        && TryNumber(kind, out var number) && Enum.IsDefined((QualityRuleKind)number)
        && TryDouble(value, out var found) && TryDouble(reference, out var against) && TryDouble(measure, out var far)
            ? new QualityFinding(rule, (QualityRuleKind)number, found, against, far)
            : null;

    private static QuarantineDecision? TryReadDecision(string text) =>
        text.Split(Comma, 3) is [var kind, var sequence, var comment]
        && TryNumber(kind, out var number) && Enum.IsDefined((QuarantineDecisionKind)number)
        && long.TryParse(sequence, NumberStyles.None, CultureInfo.InvariantCulture, out var of)
            ? new QuarantineDecision((QuarantineDecisionKind)number, of, comment)
            : null;

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool TryDouble(string text, out double number) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
