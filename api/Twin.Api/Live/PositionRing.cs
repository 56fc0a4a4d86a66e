using Twin.Model.Vessels;

namespace Twin.Api.Live;

/// <summary>
/// The latest moves of vessels, for clients that come back; the oldest give way. Apart from other events, which they
/// would soon have washed away. For one thread at a time.
/// </summary>
internal sealed class PositionRing(int maxMarks)
{
    private readonly Queue<(long Id, IReadOnlyList<VesselMark> Marks)> _batches = [];
    private int _count;

    /// <summary>The id after which nothing is missing: that of the last batch that gave way.</summary>
    public long Floor { get; private set; }

    /// <summary>Keeps vessels that moved.</summary>
    public void Add(long id, IReadOnlyList<VesselMark> marks)
    {
        _batches.Enqueue((id, marks));
        _count += marks.Count;
        while (_count > maxMarks)
        {
            var (oldest, gone) = _batches.Dequeue();
            _count -= gone.Count;
            Floor = oldest;
        }
    }

    /// <summary>Forgets everything up to an id: moves may have been missed.</summary>
    public void Clear(long floor)
    {
        _batches.Clear();
        _count = 0;
        Floor = floor;
    }

    /// <summary>
    /// What moved after an id that is no older than <see cref="Floor"/>, each vessel once as it was last, with the id
    /// of the last move; <c>null</c> for nothing.
    /// </summary>
    public (long Id, IReadOnlyList<VesselMark> Marks)? After(long id)
    {
        var last = id;
        var latest = new Dictionary<VesselId, VesselMark>();
        foreach (var (batch, marks) in _batches.Where(batch => batch.Id > id))
        {
            last = batch;
            foreach (var mark in marks)
            {
                latest[mark.Id] = mark;
            }
        }

        return latest.Count == 0 ? null : (last, [.. latest.Values]);
    }
}
