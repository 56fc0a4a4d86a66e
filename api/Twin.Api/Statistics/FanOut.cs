namespace Twin.Api.Statistics;

/// <summary>Asks many grains without flooding them.</summary>
internal static class FanOut
{
    /// <summary>The answers, in the order of the questions, with at most so many open at once.</summary>
    public static async Task<TAnswer[]> AskAsync<TItem, TAnswer>(
        IReadOnlyList<TItem> items, int maxOpen, Func<TItem, Task<TAnswer>> ask, CancellationToken cancellationToken)
    {
        var answers = new TAnswer[items.Count];
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = maxOpen,
            CancellationToken = cancellationToken,
        };
        await Parallel.ForAsync(
            0,
            items.Count,
            options,
            async (index, _) => answers[index] = await ask(items[index]));
        return answers;
    }
}
