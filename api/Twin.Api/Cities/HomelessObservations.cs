using Twin.Model.Cities;
using Twin.Model.Observations;

namespace Twin.Api.Cities;

/// <summary>
/// Counts what units have reported of periods in which they would no longer stand: it stays in the log, and rolls up to
/// nobody.
/// </summary>
internal static class HomelessObservations
{
    /// <summary>Counts them; reads the history of the units that stand on fewer days than before.</summary>
    public static async Task<long> CountAsync(
        CityDifference difference, IObservationLog log, CancellationToken cancellationToken)
    {
        var count = 0L;
        foreach (var code in difference.Units.Removed.Select(unit => unit.Code).Distinct())
        {
            await foreach (var logged in log.ReadUnitAsync(code, cancellationToken))
            {
                count += logged.Batch.Observations.Count(one =>
                    difference.Before.Tree.Find(code, one.Period.End) is not null
                    && difference.After.Tree.Find(code, one.Period.End) is null);
            }
        }

        return count;
    }
}
