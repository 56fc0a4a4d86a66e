using Twin.Geo.Datasets;

namespace Twin.Api.Cities;

/// <summary>One thing wrong with a table of a plan.</summary>
/// <param name="File">The table: plans.csv, targets.csv or agencies.csv.</param>
/// <param name="Line">Its line, from 1; 0 where the whole table is meant.</param>
/// <param name="Code">A stable code.</param>
/// <param name="Detail">What is wrong, with the offending value.</param>
/// <param name="Hint">What to do about it.</param>
internal sealed record RejectedPlanRowAnswer(string File, int Line, string Code, string Detail, string Hint)
{
    /// <summary>Makes the answers of what is wrong with some tables.</summary>
    public static IReadOnlyList<RejectedPlanRowAnswer> Of(PlanTables tables) =>
    [
        .. tables.Problems.Select(one => new RejectedPlanRowAnswer(one.File, one.Line, one.Code, one.Detail, one.Hint)),
    ];
}
