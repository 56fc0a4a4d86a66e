using Twin.Model.Duties;
using Twin.Model.Units;

namespace Twin.Api.Duties;

/// <summary>A duty: who reports what, how often, and by when.</summary>
/// <param name="Id">The id.</param>
/// <param name="PlanId">The plan that it comes from.</param>
/// <param name="NameVi">Vietnamese name.</param>
/// <param name="NameEn">English name.</param>
/// <param name="Unit">The unit in which it holds.</param>
/// <param name="Level">The level whose units report; null where an agency does.</param>
/// <param name="Agency">The agency that sends a document; null where units report figures.</param>
/// <param name="ReportsTo">To whom.</param>
/// <param name="Cadence">How often, as an ISO 8601 duration.</param>
/// <param name="Due">On which day after the window: +10d, +5wd or day15; shifted to a working day.</param>
/// <param name="GraceWorkingDays">Working days after that on which it still counts as on time.</param>
/// <param name="ValidFrom">The first day.</param>
/// <param name="ValidTo">The last day; null while it lasts.</param>
/// <param name="Indicators">The figures; empty for a document.</param>
internal sealed record DutyDefinitionAnswer(
    string Id,
    string PlanId,
    string NameVi,
    string NameEn,
    string Unit,
    AdministrativeLevel? Level,
    string? Agency,
    string? ReportsTo,
    string Cadence,
    string Due,
    int GraceWorkingDays,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    IReadOnlyList<string> Indicators)
{
    /// <summary>The answer of a duty.</summary>
    public static DutyDefinitionAnswer Of(Duty duty) => new(
        duty.Id,
        duty.PlanId,
        duty.NameVi,
        duty.NameEn,
        duty.Unit.Value,
        duty.Level,
        duty.AgencyId,
        duty.ReportsTo,
        duty.Cadence.ToText(),
        duty.Due.ToString(),
        duty.GraceWorkingDays,
        duty.ValidFrom,
        duty.ValidTo,
        [.. duty.Indicators.Select(code => code.Value)]);
}
