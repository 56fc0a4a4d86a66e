namespace Twin.Api.Plans;

/// <summary>A row of a plan that was read, and what becomes of it.</summary>
internal sealed record PlanRowAnswer
{
    /// <summary>Its line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The target's id.</summary>
    public required string Id { get; init; }

    /// <summary>The Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>The English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>Comparator, value and unit, as they were read.</summary>
    public required string Goal { get; init; }

    /// <summary>The tiers that it binds.</summary>
    public required string Tiers { get; init; }

    /// <summary>The day by which it must hold; null for none.</summary>
    public required string? DueDate { get; init; }

    /// <summary>The indicator that measures it; null where none was found.</summary>
    public required string? Indicator { get; init; }

    /// <summary>
    /// How it was found: code (the table says it), chosen, indicatorName or targetName; null where none was.
    /// </summary>
    public required string? Match { get; init; }

    /// <summary>The indicators with names most like its own, where none was found.</summary>
    public required IReadOnlyList<string> Suggestions { get; init; }

    /// <summary>What becomes of it: added, changed, same or refused.</summary>
    public required string Change { get; init; }
}
