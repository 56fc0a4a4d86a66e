using Twin.Model.Plans;
using Twin.Model.Units;

namespace Twin.Api.Catalogues;

/// <summary>One row of a plan.</summary>
internal sealed record TargetAnswer
{
    /// <summary>The id in the dataset.</summary>
    public required string Id { get; init; }

    /// <summary>The plan's id.</summary>
    public required string PlanId { get; init; }

    /// <summary>The section of the plan.</summary>
    public required string Section { get; init; }

    /// <summary>What the row says.</summary>
    public required TargetKind Kind { get; init; }

    /// <summary>The tiers that the plan names, as it names them.</summary>
    public required IReadOnlyList<string> Tiers { get; init; }

    /// <summary>The levels whose units it binds.</summary>
    public required IReadOnlyList<AdministrativeLevel> Levels { get; init; }

    /// <summary>Whom or what it covers, in English.</summary>
    public required string? Scope { get; init; }

    /// <summary>The code of the indicator that measures it; null for cadences and thresholds.</summary>
    public required string? Indicator { get; init; }

    /// <summary>The Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>The English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>How a value is held against it.</summary>
    public required TargetComparator Comparator { get; init; }

    /// <summary>The value, in the indicator's unit of measure; the lower one of a range.</summary>
    public required double? Value { get; init; }

    /// <summary>The upper value of a range.</summary>
    public required double? ValueMax { get; init; }

    /// <summary>The level among whose units a place is asked for; of a rank alone.</summary>
    public required AdministrativeLevel? Among { get; init; }

    /// <summary>The units that it binds, where it does not bind a whole tier; empty for the others.</summary>
    public required IReadOnlyList<string> Units { get; init; }

    /// <summary>The id of the target that this is a share of; null where a plan says it.</summary>
    public required string? OriginId { get; init; }

    /// <summary>Whether it speaks of whole years, so that no part of one meets it.</summary>
    public required bool IsOfWholeYear { get; init; }

    /// <summary>The path from the baseline to it.</summary>
    public required PathwayAnswer Pathway { get; init; }

    /// <summary>The unit printed in the plan.</summary>
    public required string? UnitOfMeasure { get; init; }

    /// <summary>The day by which it must hold.</summary>
    public required DateOnly? DueDate { get; init; }

    /// <summary>The agency that must reach it, as the plan names it.</summary>
    public required string? OwnerAgency { get; init; }

    /// <summary>The id of that agency, where one clearly matches.</summary>
    public required string? OwnerAgencyId { get; init; }

    /// <summary>How the owner is known: explicit, by_role or inferred.</summary>
    public required string? OwnerBasis { get; init; }

    /// <summary>A remark.</summary>
    public required string? Note { get; init; }

    /// <summary>Whether a value can be held against it.</summary>
    public required bool IsMeasurable { get; init; }

    /// <summary>Makes the answer of a target.</summary>
    public static TargetAnswer Of(Target target) => new()
    {
        Id = target.Id,
        PlanId = target.PlanId,
        Section = target.Section,
        Kind = target.Kind,
        Tiers = target.Tiers,
        Levels = target.Levels,
        Scope = target.Scope,
        Indicator = target.Indicator?.Value,
        NameVi = target.NameVi,
        NameEn = target.NameEn,
        Comparator = target.Comparator,
        Value = target.Value,
        ValueMax = target.ValueMax,
        Among = target.Among,
        Units = [.. target.Units.Select(unit => unit.Value)],
        OriginId = target.OriginId,
        IsOfWholeYear = target.IsOfWholeYear,
        Pathway = PathwayAnswer.Of(target.Path),
        UnitOfMeasure = target.UnitOfMeasure,
        DueDate = target.DueDate,
        OwnerAgency = target.OwnerAgency,
        OwnerAgencyId = target.OwnerAgencyId,
        OwnerBasis = target.OwnerBasis,
        Note = target.Note,
        IsMeasurable = target.IsMeasurable,
    };
}
