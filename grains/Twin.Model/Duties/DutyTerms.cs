using System.Collections.Immutable;
using Twin.Model.Indicators;
using Twin.Model.Units;

namespace Twin.Model.Duties;

/// <summary>A row of <c>duties.csv</c>: when a report is due, and since when, or a duty of its own.</summary>
public sealed record DutyTerms
{
    /// <summary>The plan.</summary>
    public required string PlanId { get; init; }

    /// <summary>The level whose units report; this or the agency is given.</summary>
    public AdministrativeLevel? Level { get; init; }

    /// <summary>The agency that sends a document.</summary>
    public string? AgencyId { get; init; }

    /// <summary>How often.</summary>
    public required ReportingCadence Cadence { get; init; }

    /// <summary>The figures; empty for those that the plan's targets ask for.</summary>
    public required ImmutableArray<IndicatorCode> Indicators { get; init; }

    /// <summary>The Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>The English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>On which day.</summary>
    public required DueRule Due { get; init; }

    /// <summary>Working days of grace.</summary>
    public required int GraceWorkingDays { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day.</summary>
    public DateOnly? ValidTo { get; init; }
}
