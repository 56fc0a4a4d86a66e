using Twin.Model.Rollups;

namespace Twin.Grains.Units;

/// <summary>
/// Takes in the totals of the units below, a few at a time: all at once would be held in memory twice.
/// </summary>
internal static class TotalsFromBelow
{
    /// <summary>How many units are asked at once.</summary>
    public const int AtOnce = 4;

    /// <summary>Takes in each answer as it comes.</summary>
    /// <param name="table">Where they go.</param>
    /// <param name="answers">Lazy: taking the next one asks the next unit.</param>
    public static async Task ReceiveAllAsync(this RollupTable table, IEnumerable<Task<AggregatesMessage>> answers)
    {
        var asked = new List<Task<AggregatesMessage>>(AtOnce);
        foreach (var answer in answers)
        {
            asked.Add(answer);
            if (asked.Count == AtOnce)
            {
                await table.ReceiveNextAsync(asked);
            }
        }

        while (asked.Count > 0)
        {
            await table.ReceiveNextAsync(asked);
        }
    }

    private static async Task ReceiveNextAsync(this RollupTable table, List<Task<AggregatesMessage>> asked)
    {
        var answered = await Task.WhenAny(asked);
        asked.Remove(answered);
        var totals = await answered;
        table.Receive(totals.From, totals.Rows);
    }
}
