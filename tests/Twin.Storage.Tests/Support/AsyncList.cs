namespace Twin.Storage.Tests.Support;

/// <summary>Gathers asynchronous sequences.</summary>
internal static class AsyncList
{
    public static async Task<List<T>> OfAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
        {
            list.Add(item);
        }

        return list;
    }
}
