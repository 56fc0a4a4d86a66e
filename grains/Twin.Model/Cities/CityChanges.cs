using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace Twin.Model.Cities;

/// <summary>
/// Applies entries of the journal to the city, by kind. Pure and safe for any number of threads: a journal gives the
/// same city on every silo.
/// </summary>
/// <param name="kinds">The kinds of change there are.</param>
public sealed class CityChanges(IEnumerable<ICityChangeKind> kinds)
{
    private readonly FrozenDictionary<string, ICityChangeKind> _kinds =
        kinds.ToFrozenDictionary(kind => kind.Kind, StringComparer.Ordinal);

    /// <summary>The names of the kinds, in order.</summary>
    public IEnumerable<string> Kinds => _kinds.Keys.Order(StringComparer.Ordinal);

    /// <summary>The city after the next entry, or why that entry may not be made.</summary>
    public RevisionOutcome Try(CityRevision current, CityChange next)
    {
        if (next.Sequence != current.Sequence + 1)
        {
            throw new ArgumentException(
                Text($"Entry {next.Sequence} does not follow {current.Sequence}."), nameof(next)); // The caller's bug.
        }

        return next.Undoes is { } undone ? TryUndo(current, next, undone) : TryApply(current, next);
    }

    /// <summary>
    /// The city after an entry that is in the journal. One that no longer applies, because the dataset has changed
    /// below it, is kept with the reason and changes nothing.
    /// </summary>
    public CityRevision Follow(CityRevision current, CityChange next) => Try(current, next) switch
    {
        RevisionOutcome.Accepted accepted => accepted.Revision,
        RevisionOutcome.Refused refused => Append(current, current.Definition, next, refused.Refusals),
        _ => throw new UnreachableException("There are two outcomes."),
    };

    private static CityRevision Append(
        CityRevision current, CityDefinition definition, CityChange change, ImmutableArray<Refusal> refusals) =>
        current with
        {
            Definition = definition,
            Entries = current.Entries.Add(new JournalEntry(change, null, refusals)),
        };

    private RevisionOutcome TryApply(CityRevision current, CityChange next) => Apply(current.Definition, next) switch
    {
        ChangeOutcome.Applied applied => new RevisionOutcome.Accepted(
            Append(current, applied.City, next, []), applied.Warnings),
        ChangeOutcome.Refused refused => new RevisionOutcome.Refused(refused.Refusals),
        _ => throw new UnreachableException("There are two outcomes."),
    };

    private ChangeOutcome Apply(CityDefinition city, CityChange change) =>
        _kinds.TryGetValue(change.Kind, out var kind)
            ? kind.Apply(city, change)
            : new ChangeOutcome.Refused(
            [
                new Refusal(
                    "unknown_kind",
                    $"'{change.Kind}' is not a kind of change.",
                    _kinds.Count == 0 ? "This program knows none." : $"Use one of: {string.Join(", ", Kinds)}."),
            ]);

    /// <summary>
    /// The city as if one entry had not been made. An undo may be undone as well, which makes the entry anew in its
    /// old place.
    /// </summary>
    private RevisionOutcome TryUndo(CityRevision current, CityChange undo, long undone)
    {
        if (CheckUndone(current, undone) is { } refusal)
        {
            return new RevisionOutcome.Refused([refusal]);
        }

        var before = current.Entries.Where(entry => entry.Stands).Select(entry => entry.Change.Sequence).ToHashSet();
        var after = Replay(current.Dataset, [.. current.Entries.Select(entry => entry.Change), undo]);
        ImmutableArray<Refusal> dependent =
        [
            .. after.Entries.Where(entry => !entry.Refusals.IsEmpty && before.Contains(entry.Change.Sequence))
                .Select(entry => DependsOn(entry, undone)),
        ];
        return dependent.IsEmpty
            ? new RevisionOutcome.Accepted(after, [])
            : new RevisionOutcome.Refused(dependent);
    }

    private static Refusal? CheckUndone(CityRevision current, long undone)
    {
        if (current.Entries.FirstOrDefault(entry => entry.Change.Sequence == undone) is not { } entry)
        {
            return new Refusal(
                "unknown_change", Text($"There is no change {undone}."), "/v1/city/changes lists the changes.");
        }

        return entry.UndoneBy is { } by
            ? new Refusal(
                "already_undone", Text($"Change {undone} was taken back by {by}."), Text($"Undo {by} to make it anew."))
            : null;
    }

    private static Refusal DependsOn(JournalEntry later, long undone) => new(
        "later_change_depends",
        Text($"Change {later.Change.Sequence} ({later.Change.Kind}) rests on {undone}: {later.Refusals[0].Detail}"),
        Text($"Undo {later.Change.Sequence} first."));

    /// <summary>
    /// All entries over the dataset. From the end, what an undo that stands takes back does not stand.
    /// </summary>
    private CityRevision Replay(CityDefinition dataset, ImmutableArray<CityChange> changes)
    {
        var undoneBy = new Dictionary<long, long>();
        foreach (var change in changes.Reverse().Where(change => !undoneBy.ContainsKey(change.Sequence)))
        {
            if (change.Undoes is { } undone)
            {
                undoneBy.Add(undone, change.Sequence);
            }
        }

        var definition = dataset;
        var entries = ImmutableArray.CreateBuilder<JournalEntry>(changes.Length);
        foreach (var change in changes)
        {
            ImmutableArray<Refusal> refusals = [];
            long? taken = undoneBy.TryGetValue(change.Sequence, out var by) ? by : null;
            if (taken is null && change.Undoes is null)
            {
                var outcome = Apply(definition, change);
                definition = outcome is ChangeOutcome.Applied applied ? applied.City : definition;
                refusals = outcome is ChangeOutcome.Refused refused ? refused.Refusals : [];
            }

            entries.Add(new JournalEntry(change, taken, refusals));
        }

        return new CityRevision(dataset, definition, entries.DrainToImmutable());
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
