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

    /// <summary>
    /// The value, in the indicator's unit of measure; the lower one of a range; the last place that will do of a rank.
    /// </summary>
    public double? Value { get; init; }

    /// <summary>The upper value of a range.</summary>
    public double? ValueMax { get; init; }

    /// <summary>The level among whose units a place is asked for; of a rank alone.</summary>
    public AdministrativeLevel? Among { get; init; }

    /// <summary>
    /// The units that it binds, whatever their level, where it does not bind a whole tier: a pilot, or a share of
    /// another target that was given to one unit. Empty for the others.
    /// </summary>
    public ImmutableArray<AdministrativeUnitCode> Units { get; init; } = [];

    /// <summary>The id of the target that this is a share of; <c>null</c> where a plan says it.</summary>
    public string? OriginId { get; init; }

    /// <summary>
    /// Whether it speaks of whole years, of an indicator that is reported more often: a share of a year's product is
    /// not reached by one good quarter. The others take each figure for what it is.
    /// </summary>
    public bool IsOfWholeYear { get; init; }

    /// <summary>The path laid down for it; <c>null</c> where the plan lays down none.</summary>
    public Pathway? Pathway { get; init; }

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
        && Comparator switch
        {
            TargetComparator.None => false,
            TargetComparator.Improve => true,
            TargetComparator.Rank => Value is not null && Among is not null,
            _ => Value is not null,
        };

    /// <summary>The path that it is approached on.</summary>
    public Pathway Path => Pathway ?? (Kind == TargetKind.Milestone ? Pathway.Open : Pathway.Straight);

    /// <summary>
    /// Whether it binds a unit: one that it names; or, where it names none, one of a level that the plan names, or of a
    /// higher one that shows the roll-up. It never binds the levels below those named.
    /// </summary>
    public bool Binds(AdministrativeUnit unit)
    {
        if (!Units.IsEmpty)
        {
            return Units.Contains(unit.Code);
        }

        foreach (var named in Levels)
        {
            if (named >= unit.Level)
            {
                return true;
            }
        }

        return false;
    }
}
