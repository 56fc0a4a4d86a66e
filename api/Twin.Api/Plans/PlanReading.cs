using System.Collections.Immutable;
using Twin.Geo.Datasets;
using Twin.Model.Plans;

namespace Twin.Api.Plans;

/// <summary>A plan that was read and held against the city.</summary>
/// <param name="Tables">Its good rows, and what is wrong with the others.</param>
/// <param name="Payload">The change of the city that loads the good rows.</param>
/// <param name="Rows">What becomes of each row; empty where it was sent as the tables of a dataset.</param>
/// <param name="UnreadColumns">The columns that nobody knows.</param>
/// <param name="OtherRows">How many rows of the table are of other documents.</param>
internal sealed record PlanReading(
    PlanTables Tables,
    PlanPayload Payload,
    ImmutableArray<PlanRowAnswer> Rows,
    ImmutableArray<string> UnreadColumns,
    int OtherRows)
{
    /// <summary>Makes one of the tables of a dataset.</summary>
    public static PlanReading Of(PlanTables tables) => new(
        tables,
        new PlanPayload { Plans = tables.Plans, Targets = tables.Targets, Agencies = tables.Agencies },
        [],
        [],
        0);
}
