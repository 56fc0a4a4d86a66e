using System.Collections.Immutable;
using Twin.Model.Indicators;
using Twin.Model.Units;

namespace Twin.Model.Plans;

/// <summary>One row of a plan: an indicator, a tier, a comparator, a value and a due date.</summary>
public sealed record Target
{
    /// <summary>The id in the dataset, such as <c>HP-10</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The plan.</summary>
    public required string PlanId { get; init; }

    /// <summary>The section of the plan.</summary>
    public required string Section { get; init; }

    /// <summary>What the row says.</summary>
    public required TargetKind Kind { get; init; }

    /// <summary>The tiers that the plan names, as it names them: city, district, commune, zone, sector.</summary>
    public required ImmutableArray<string> Tiers { get; init; }

    /// <summary>The levels whose units it binds; zones and sectors count with the city.</summary>
    public required ImmutableArray<AdministrativeLevel> Levels { get; init; }

    /// <summary>Whom or what it covers, in English.</summary>
    public string? Scope { get; init; }

    /// <summary>The indicator that measures it; <c>null</c> for cadences and thresholds.</summary>
    public IndicatorCode? Indicator { get; init; }

    /// <summary>The Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>The English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>How a value is held against it.</summary>
    public required TargetComparator Comparator { get; init; }

    /// <summary>The value, in the indicator's unit of measure; the lower one of a range.</summary>
    public double? Value { get; init; }

    /// <summary>The upper value of a range.</summary>
    public double? ValueMax { get; init; }

    /// <summary>The unit printed in the plan.</summary>
    public string? UnitOfMeasure { get; init; }

    /// <summary>The day by which it must hold.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>The agency that must reach it, as the plan names it.</summary>
    public string? OwnerAgency { get; init; }

    /// <summary>The id of that agency in the dataset, where one clearly matches.</summary>
    public string? OwnerAgencyId { get; init; }

    /// <summary>How the owner is known: <c>explicit</c>, <c>by_role</c> or <c>inferred</c>.</summary>
    public string? OwnerBasis { get; init; }

    /// <summary>A remark.</summary>
    public string? Note { get; init; }

    /// <summary>How often it lays down a report, as ISO 8601 durations separated by semicolons.</summary>
    public string? Cadence { get; init; }

    /// <summary>Whether a value can be held against it.</summary>
    public bool IsMeasurable =>
        Indicator is not null
        && (Kind is TargetKind.Target or TargetKind.TargetImplied or TargetKind.Milestone or TargetKind.Qualitative)
        && Value is not null
        && Comparator is not (TargetComparator.None or TargetComparator.Improve);

    /// <summary>
    /// Whether it binds a unit of that level: the plan names the level, or a lower one whose roll-up the unit shows.
    /// It never binds the levels below those named.
    /// </summary>
    public bool Binds(AdministrativeLevel level)
    {
        foreach (var named in Levels)
        {
            if (named >= level)
            {
                return true;
            }
        }

        return false;
    }
}
