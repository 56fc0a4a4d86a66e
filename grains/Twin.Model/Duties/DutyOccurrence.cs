using System.Collections.Immutable;
using Twin.Model.Indicators;
using Twin.Model.Units;

namespace Twin.Model.Duties;

/// <summary>One report that somebody owes: a duty, who, and for which window.</summary>
public sealed record DutyOccurrence
{
    /// <summary>The duty.</summary>
    public required string DutyId { get; init; }

    /// <summary>The unit that owes it; <c>null</c> where an agency does.</summary>
    public AdministrativeUnitCode? Unit { get; init; }

    /// <summary>The agency that owes it; <c>null</c> where a unit does.</summary>
    public string? AgencyId { get; init; }

    /// <summary>What it is about.</summary>
    public required DutyWindow Window { get; init; }

    /// <summary>When it is due.</summary>
    public required DutyDeadline Deadline { get; init; }

    /// <summary>The figures it is made of; empty for a document.</summary>
    public required ImmutableArray<IndicatorCode> Indicators { get; init; }

    /// <summary>Those that are not here.</summary>
    public required ImmutableArray<IndicatorCode> Outstanding { get; init; }

    /// <summary>Where it stands: as its figure that needs somebody most.</summary>
    public required DutyState State { get; init; }

    /// <summary>Its figures, counted; a document counts as one.</summary>
    public required DutyTally Tally { get; init; }

    /// <summary>When the last of it that is here first came, UTC.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>What was decided about it, oldest first.</summary>
    public required ImmutableArray<DutyMark> Marks { get; init; }

    /// <summary>The id: duty, who, and the window's name.</summary>
    public string Id => new DutyKey(DutyId, Unit?.Value ?? AgencyId ?? string.Empty, Window.Period).ToString();
}
