using System.Collections.Immutable;
using System.Globalization;
using Twin.Model.Units;

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
        DateTimeOffset now)
    {
        if (Cases.Length >= MaxCases)
        {
            var closed = Cases.FirstOrDefault(one => one.Stage == CaseStage.Closed);
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
            Events = [new CaseEvent(now, by, CaseStage.Open, assignee, deadline, text)],
        };
        Cases = Cases.Add(file);
        return (file, null);
    }

    /// <summary>Takes one further; what is not given stays.</summary>
    public (CaseFile? Case, Refusal? Refusal) Change(
        string id, string by, CaseStage? stage, string? assignee, DateOnly? deadline, string text, DateTimeOffset now)
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

        var changed = file with
        {
            Events = file.Events.Add(new CaseEvent(
                now, by, stage ?? file.Stage, assignee ?? file.Assignee, deadline ?? file.Deadline, text)),
        };
        Cases = Cases.Replace(file, changed);
        return (changed, null);
    }
}
