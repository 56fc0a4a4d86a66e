namespace Twin.Api.Live;

/// <summary>The latest events, for clients that come back; the oldest give way. For one thread at a time.</summary>
internal sealed class EventRing(int maxCount, long maxBytes)
{
    private readonly Queue<EventFrame> _frames = [];
    private long _bytes;

    /// <summary>The id after which nothing is missing: that of the last event that gave way.</summary>
    public long Floor { get; private set; }

    /// <summary>Keeps an event.</summary>
    public void Add(EventFrame frame)
    {
        _frames.Enqueue(frame);
        _bytes += frame.Bytes.Length;
        while (_frames.Count > maxCount || _bytes > maxBytes)
        {
            var oldest = _frames.Dequeue();
            _bytes -= oldest.Bytes.Length;
            Floor = oldest.Id;
        }
    }

    /// <summary>Forgets everything up to an id: events may have been missed.</summary>
    public void Clear(long floor)
    {
        _frames.Clear();
        _bytes = 0;
        Floor = floor;
    }

    /// <summary>The events after an id that is no older than <see cref="Floor"/>.</summary>
    public IReadOnlyList<EventFrame> After(long id) => [.. _frames.Where(frame => frame.Id > id)];
}
