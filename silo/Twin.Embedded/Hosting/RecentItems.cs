namespace Twin.Embedded.Hosting;

/// <summary>The latest of something that happens now and then. Thread-safe.</summary>
/// <param name="capacity">How many are kept; the oldest goes.</param>
internal sealed class RecentItems<T>(int capacity)
{
    private readonly Lock _lock = new();
    private readonly Queue<T> _items = new(capacity);

    public void Add(T item)
    {
        lock (_lock)
        {
            if (_items.Count == capacity)
            {
                _items.Dequeue();
            }

            _items.Enqueue(item);
        }
    }

    /// <summary>A copy, the latest first.</summary>
    public IReadOnlyList<T> ToList()
    {
        lock (_lock)
        {
            return [.. _items.Reverse()];
        }
    }
}
