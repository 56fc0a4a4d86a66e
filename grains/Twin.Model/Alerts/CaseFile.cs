using System.Collections.Immutable;
using Twin.Model.Units;

namespace Twin.Model.Alerts;

/// <summary>Something that people of a unit work on until it is done, whether an alert began it or not.</summary>
public sealed record CaseFile
{
    /// <summary>The id: unit, <c>C</c> and number.</summary>
    public required string Id { get; init; }

    /// <summary>The unit.</summary>
    public required AdministrativeUnitCode Unit { get; init; }

    /// <summary>What it is about.</summary>
    public required string Title { get; init; }

    /// <summary>The alerts that belong to it.</summary>
    public required ImmutableArray<string> Alerts { get; init; }

    /// <summary>What happened to it, oldest first; the first opened it.</summary>
    public required ImmutableArray<CaseEvent> Events { get; init; }

    /// <summary>The vessel that it is about; <c>null</c> for other cases.</summary>
    public CaseSubject? Subject { get; init; }

    /// <summary>How it came to its end; <c>null</c> while it is not closed, or where nobody said.</summary>
    public CaseResolution? Resolution => Stage is CaseStage.Closed ? Events[^1].Resolution : null;

    /// <summary>How far it has come.</summary>
    public CaseStage Stage => Events[^1].Stage;

    /// <summary>Who works on it.</summary>
    public string? Assignee => Events[^1].Assignee;

    /// <summary>By when it must be done.</summary>
    public DateOnly? Deadline => Events[^1].Deadline;
}
