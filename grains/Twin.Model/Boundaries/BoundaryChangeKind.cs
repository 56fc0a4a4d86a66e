using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Twin.Model.Cities;
using Twin.Model.Units;

namespace Twin.Model.Boundaries;

/// <summary>
/// Changes of units: merge, split, rename, re-parent, recode, abolish or introduce a tier, all of one day. The day must
/// lie after the last one on which units changed, so that what is known of later days stays true.
/// </summary>
public sealed class BoundaryChangeKind : ICityChangeKind
{
    /// <summary>The name of the kind.</summary>
    public const string Name = "boundaries";

    /// <summary>Operations in one change at most: a whole country's reform fits.</summary>
    public const int MaxOperations = 10_000;

    private static readonly string[] Bases = ["official", "overlay", "inferred"];

    /// <inheritdoc/>
    public string Kind => Name;

    /// <inheritdoc/>
    public ChangeOutcome Apply(CityDefinition city, CityChange change)
    {
        var problems = new List<Refusal>();
        if (Read(change.Payload, problems) is not { } payload
            || CheckDate(city.Tree, payload.Date, problems) is not { } date)
        {
            return new ChangeOutcome.Refused([.. problems]);
        }

        var edit = new BoundaryEdit(city, date, payload.Basis ?? Bases[0]);
        foreach (var operation in payload.Operations)
        {
            BoundaryOperations.Apply(edit, operation);
        }

        return edit.Finish();
    }

    private static BoundaryPayload? Read(string json, List<Refusal> problems)
    {
        BoundaryPayload? payload;
        try
        {
            payload = JsonSerializer.Deserialize(json, BoundaryJson.Default.BoundaryPayload);
        }
        catch (JsonException exception)
        {
            problems.Add(new Refusal(
                "invalid_payload",
                $"The payload cannot be read at {exception.Path ?? "$"}.",
                "Send {\"date\", \"basis\", \"operations\": [{\"op\", …}]}; see docs/concepts/boundaries-in-time.md."));
            return null;
        }

        if (payload is not { Operations: { IsDefaultOrEmpty: false, Length: <= MaxOperations } })
        {
            problems.Add(new Refusal(
                "no_operations",
                "The change has no operations, or too many.",
                string.Create(CultureInfo.InvariantCulture, $"Send 1 to {MaxOperations} operations.")));
            return null;
        }

        if (payload.Basis is { } basis && !Bases.Contains(basis, StringComparer.Ordinal))
        {
            problems.Add(new Refusal(
                "invalid_basis", $"The basis cannot be '{basis}'.", $"Use one of: {string.Join(", ", Bases)}."));
            return null;
        }

        return payload;
    }

    private static DateOnly? CheckDate(AdministrativeTree tree, string? text, List<Refusal> problems)
    {
        if (!DateOnly.TryParseExact(
            text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            problems.Add(new Refusal(
                "invalid_date",
                $"The date cannot be '{text}'.",
                "Send the first day of the new boundaries, such as 2026-07-01."));
            return null;
        }

        var last = tree.ChangeDates.LastOrDefault();
        if (date <= last)
        {
            problems.Add(new Refusal(
                "before_later_change",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Units change on {last:yyyy-MM-dd}, and this change is to begin on {date:yyyy-MM-dd}."),
                "Choose a later day, or undo the later change first."));
            return null;
        }

        return date;
    }
}
