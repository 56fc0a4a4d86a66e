using Twin.Geo.Datasets;

namespace Twin.Api.Cities;

/// <summary>What loading a plan makes different, or would, and the rows that are left out.</summary>
/// <param name="Report">What is different.</param>
/// <param name="Rejected">What is wrong with the rows that are left out.</param>
internal sealed record PlanReportAnswer(ChangeReportAnswer Report, IReadOnlyList<RejectedPlanRowAnswer> Rejected)
{
    /// <summary>Makes the answer of a report and the tables that it is of.</summary>
    public static PlanReportAnswer Of(ChangeReportAnswer report, PlanTables tables) =>
        new(report, RejectedPlanRowAnswer.Of(tables));
}
