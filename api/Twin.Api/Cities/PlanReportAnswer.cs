using Twin.Api.Plans;

namespace Twin.Api.Cities;

/// <summary>What loading a plan makes different, or would, and the rows that are left out.</summary>
internal sealed record PlanReportAnswer
{
    /// <summary>What is different.</summary>
    public required ChangeReportAnswer Report { get; init; }

    /// <summary>What is wrong with the rows that are left out.</summary>
    public required IReadOnlyList<RejectedPlanRowAnswer> Rejected { get; init; }

    /// <summary>The rows of the table, and what becomes of each; empty for the tables of a dataset.</summary>
    public required IReadOnlyList<PlanRowAnswer> Rows { get; init; }

    /// <summary>The columns of the table that were not read, for nobody knows what they hold.</summary>
    public required IReadOnlyList<string> UnreadColumns { get; init; }

    /// <summary>How many rows of the table are of other documents, and were passed over.</summary>
    public required int OtherRows { get; init; }

    /// <summary>Makes the answer of a report and the plan that it is of.</summary>
    public static PlanReportAnswer Of(ChangeReportAnswer report, PlanReading reading) => new()
    {
        Report = report,
        Rejected = RejectedPlanRowAnswer.Of(reading.Tables),
        Rows = reading.Rows,
        UnreadColumns = reading.UnreadColumns,
        OtherRows = reading.OtherRows,
    };
}
