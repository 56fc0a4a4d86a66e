using System.Collections.Immutable;
using Twin.Api.Exchange.Tables;
using Twin.Model.Plans;

namespace Twin.Api.Plans;

/// <summary>A plan as a planner sends it: the document in fields, its targets in one table.</summary>
/// <param name="Plan">The document.</param>
/// <param name="Table">The table.</param>
/// <param name="FileName">What its file was called.</param>
/// <param name="Sheet">The sheet of a workbook; <c>null</c> for the first.</param>
/// <param name="Document">
/// The document of the table whose rows are wanted; <c>null</c> where it names one or none.
/// </param>
/// <param name="Indicators">The indicators that somebody chose, by the id of the target.</param>
/// <param name="Replaces">Whether it takes the place of the plan of the same id.</param>
internal sealed record PlanSheetForm(
    Plan Plan,
    TableFile Table,
    string FileName,
    string? Sheet,
    string? Document,
    ImmutableDictionary<string, string> Indicators,
    bool Replaces);
