using System.Collections.Immutable;
using Twin.Model.Indicators;
using Twin.Model.Units;

namespace Twin.Model.Alerts;

/// <summary>
/// When an alert is raised and when it clears. A rule turns what it looks at into one number; between
/// <see cref="RaiseAt"/> and <see cref="ClearAt"/> nothing changes, so that noise raises nothing twice.
/// </summary>
public sealed record AlertRule
{
    /// <summary>The id: letters, digits, hyphens.</summary>
    public required string Id { get; init; }

    /// <summary>What it looks at.</summary>
    public required AlertRuleKind Kind { get; init; }

    /// <summary>The Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>The English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>The indicator; <c>null</c> for all of the subsystem, or for every duty.</summary>
    public IndicatorCode? Indicator { get; init; }

    /// <summary>The subsystem; <c>null</c> for all.</summary>
    public string? Subsystem { get; init; }

    /// <summary>The levels whose units it holds for.</summary>
    public required ImmutableArray<AdministrativeLevel> Levels { get; init; }

    /// <summary>Whether it is raised strictly above <see cref="RaiseAt"/>; otherwise strictly below it.</summary>
    public required bool IsAbove { get; init; }

    /// <summary>The number beyond which it is raised.</summary>
    public required double RaiseAt { get; init; }

    /// <summary>The number at which, or on whose good side, it clears.</summary>
    public required double ClearAt { get; init; }

    /// <summary>How long the number must be beyond before it is raised, or back before it clears.</summary>
    public TimeSpan Debounce { get; init; }

    /// <summary>How bad it is.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>The agency that answers for it.</summary>
    public string? OwnerAgencyId { get; init; }

    /// <summary>How long nobody may look at it before the unit above is told; <c>null</c> for ever.</summary>
    public TimeSpan? EscalateAfter { get; init; }

    /// <summary>The first day.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day; <c>null</c> while it lasts.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Whether it holds for a level on a day.</summary>
    public bool Holds(AdministrativeLevel level, DateOnly day) =>
        day >= ValidFrom && !(day > ValidTo) && Levels.Contains(level);

    /// <summary>
    /// Whether the condition stands, given whether it stood: beyond raises, back at the other number clears, and in
    /// between it stays.
    /// </summary>
    public bool Stands(double measure, bool stood)
    {
        var isBeyond = IsAbove ? measure > RaiseAt : measure < RaiseAt;
        var isBack = IsAbove ? measure <= ClearAt : measure >= ClearAt;
        return isBeyond || (stood && !isBack);
    }
}
