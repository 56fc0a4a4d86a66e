using Twin.Model.Alerts;
using Twin.Model.Units;

namespace Twin.Api.Alerts;

/// <summary>When an alert is raised and when it clears.</summary>
/// <param name="Id">The id.</param>
/// <param name="Kind">What it looks at.</param>
/// <param name="NameVi">Vietnamese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Indicator">The indicator; null for all of the subsystem.</param>
/// <param name="Subsystem">The subsystem; null for all.</param>
/// <param name="Levels">The levels whose units it holds for.</param>
/// <param name="IsAbove">Whether it is raised above the number; otherwise below.</param>
/// <param name="RaiseAt">The number beyond which it is raised.</param>
/// <param name="ClearAt">The number at which it clears.</param>
/// <param name="DebounceHours">How long the number must be beyond, or back.</param>
/// <param name="Severity">How bad it is.</param>
/// <param name="OwnerAgency">The agency that answers for it.</param>
/// <param name="EscalateAfterHours">How long nobody may look at it before the unit above is told.</param>
/// <param name="ValidFrom">The first day.</param>
/// <param name="ValidTo">The last day; null while it lasts.</param>
internal sealed record AlertRuleAnswer(
    string Id,
    AlertRuleKind Kind,
    string NameVi,
    string NameEn,
    string? Indicator,
    string? Subsystem,
    IReadOnlyList<AdministrativeLevel> Levels,
    bool IsAbove,
    double RaiseAt,
    double ClearAt,
    double DebounceHours,
    AlertSeverity Severity,
    string? OwnerAgency,
    double? EscalateAfterHours,
    DateOnly ValidFrom,
    DateOnly? ValidTo)
{
    /// <summary>The answer of a rule.</summary>
    public static AlertRuleAnswer Of(AlertRule rule) => new(
        rule.Id,
        rule.Kind,
        rule.NameVi,
        rule.NameEn,
        rule.Indicator?.Value,
        rule.Subsystem,
        rule.Levels,
        rule.IsAbove,
        rule.RaiseAt,
        rule.ClearAt,
        rule.Debounce.TotalHours,
        rule.Severity,
        rule.OwnerAgencyId,
        rule.EscalateAfter?.TotalHours,
        rule.ValidFrom,
        rule.ValidTo);
}
