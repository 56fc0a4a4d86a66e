using System.Collections.Immutable;
using System.Globalization;
using Twin.Model.Units;
using Twin.Model.Vessels;

namespace Twin.Model.Alerts;

/// <summary>The cases of one unit. Pure but for its own state.</summary>
public sealed class CaseBook(AdministrativeUnitCode unit, ImmutableArray<CaseFile> cases, int opened)
{
    /// <summary>The most cases kept for a unit.</summary>
    public const int MaxCases = 1_000;

    /// <summary>The most events of one case.</summary>
    public const int MaxEvents = 500;

    /// <summary>The cases, oldest first.</summary>
    public ImmutableArray<CaseFile> Cases { get; private set; } = cases;

    /// <summary>How many were ever opened.</summary>
    public int Opened { get; private set; } = opened;

    /// <summary>Opens one.</summary>
    public (CaseFile? Case, Refusal? Refusal) Open(
        string title,
        ImmutableArray<string> alerts,
        string by,
        string? assignee,
        DateOnly? deadline,
        string text,
        DateTimeOffset now,
        CaseSubject? subject = null)
    {
        if (Cases.Length >= MaxCases)
        {
            // One whose episode lasts would be opened again.
            var closed = Cases.Where(one => one.Stage == CaseStage.Closed)
                .OrderBy(one => one.Subject is { Episode: not null, EndedAt: null })
                .FirstOrDefault();
            if (closed is null)
            {
                return (null, new Refusal(
                    "too_many",
                    string.Create(CultureInfo.InvariantCulture, $"Unit {unit} has {MaxCases} open cases."),
                    "Close some first."));
            }

            Cases = Cases.Remove(closed);
        }

        Opened++;
        var file = new CaseFile
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{unit}-C{Opened}"),
            Unit = unit,
            Title = title,
            Alerts = alerts,
            Subject = subject,
            Events = [new CaseEvent(now, by, CaseStage.Open, assignee, deadline, text)],
        };
        Cases = Cases.Add(file);
        return (file, null);
    }

    /// <summary>Takes one further; what is not given stays.</summary>
    public (CaseFile? Case, Refusal? Refusal) Change(
        string id,
        string by,
        CaseStage? stage,
        string? assignee,
        DateOnly? deadline,
        string text,
        DateTimeOffset now,
        CaseContact? contact = null,
        CaseResolution? resolution = null)
    {
        if (Cases.FirstOrDefault(one => string.Equals(one.Id, id, StringComparison.Ordinal)) is not { } file)
        {
            return (null, new Refusal("not_found", $"There is no case '{id}'.", "/v1/cases lists the ids."));
        }

        if (file.Events.Length >= MaxEvents)
        {
            return (null, new Refusal(
                "too_many",
                string.Create(CultureInfo.InvariantCulture, $"The case {id} has {MaxEvents} events already."),
                "Close it and open another."));
        }

        var next = stage ?? file.Stage;
        if (resolution is not null && next is not CaseStage.Closed)
        {
            return (null, new Refusal(
                "conflict", $"The case {id} is not closed.", "Say how it ended with the stage 'closed'."));
        }

        var changed = file with
        {
            Events = file.Events.Add(new CaseEvent(
                now,
                by,
                next,
                assignee ?? file.Assignee,
                deadline ?? file.Deadline,
                text,
                contact,
                next is CaseStage.Closed ? resolution ?? file.Resolution : null)),
        };
        Cases = Cases.Replace(file, changed);
        return (changed, null);
    }

    /// <summary>
    /// Opens a case for each episode of a vessel that has none yet, says where one has become worse, and where it is
    /// over; a case that nobody took up is closed then. Asked again with the same it changes nothing.
    /// </summary>
    /// <param name="standing">All episodes that last, of the vessels of the unit.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The cases that were opened or changed.</returns>
    public ImmutableArray<CaseFile> Watch(ImmutableArray<VesselConcern> standing, DateTimeOffset now)
    {
        var changed = ImmutableArray.CreateBuilder<CaseFile>();
        var known = Cases.Where(one => one.Subject?.Episode is not null)
            .ToDictionary(one => (one.Subject!.Vessel, one.Subject.Episode!)); // Just looked at.
        foreach (var concern in standing)
        {
            var file = known.GetValueOrDefault((concern.Vessel, concern.Episode));
            var told = file is null ? Begin(concern, now) : Worsen(file, concern, now);
            if (told is not null)
            {
                changed.Add(told);
            }
        }

        var lasting = standing.Select(concern => (concern.Vessel, concern.Episode)).ToHashSet();
        foreach (var (key, file) in known)
        {
            // It has an episode, so a subject; and it may just have given way to another.
            if (file.Subject!.EndedAt is null && !lasting.Contains(key) && Cases.Contains(file))
            {
                changed.Add(End(file, now));
            }
        }

        return changed.ToImmutable();
    }

    private CaseFile? Begin(VesselConcern concern, DateTimeOffset now) => concern.MayOpen
        ? Open(
            CaseTexts.Title(concern),
            [],
            AlertBook.Program,
            null,
            null,
            string.Empty,
            now,
            new CaseSubject(
                concern.Vessel, concern.Kind, concern.Episode, concern.Since, concern.Where, concern.Zone)).Case
        : null;

    private CaseFile? Worsen(CaseFile file, VesselConcern concern, DateTimeOffset now)
    {
        var subject = file.Subject!; // Found by it.
        return concern.Kind <= subject.Kind && subject.EndedAt is null
            ? null
            : Tell(
                file,
                subject with { Kind = concern.Kind, EndedAt = null },
                file.Stage,
                CaseTexts.Title(concern),
                now);
    }

    private CaseFile End(CaseFile file, DateTimeOffset now)
    {
        var isUntouched = file.Events.All(one => string.Equals(one.By, AlertBook.Program, StringComparison.Ordinal));
        var stage = isUntouched ? CaseStage.Closed : file.Stage;
        return Tell(file, file.Subject! with { EndedAt = now }, stage, CaseTexts.Over(file.Subject!), now); // Likewise.
    }

    private CaseFile Tell(CaseFile file, CaseSubject subject, CaseStage stage, string text, DateTimeOffset now)
    {
        // What the program says is said in a full case too: the oldest after the opening gives way.
        var events = file.Events.Length >= MaxEvents ? file.Events.RemoveAt(1) : file.Events;
        var isClosing = stage is CaseStage.Closed && file.Stage is not CaseStage.Closed;
        var changed = file with
        {
            Subject = subject,
            Events = events.Add(new CaseEvent(
                now,
                AlertBook.Program,
                stage,
                file.Assignee,
                file.Deadline,
                text,
                null,
                isClosing ? CaseResolution.OverByItself : file.Resolution)),
        };
        Cases = Cases.Replace(file, changed);
        return changed;
    }
}
