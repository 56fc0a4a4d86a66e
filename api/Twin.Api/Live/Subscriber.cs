using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace Twin.Api.Live;

/// <summary>
/// One client of the event stream. What it does not read in time is dropped, all of it, and it is told to start anew:
/// a slow client costs no more memory than a quick one. One writer, one reader.
/// </summary>
internal sealed class Subscriber(EventFilter filter, int maxEvents)
{
    private readonly Channel<EventFrame> _queue = Channel.CreateBounded<EventFrame>(
        new BoundedChannelOptions(maxEvents) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private int _isBehind;

    /// <summary>What the client wants.</summary>
    public EventFilter Filter => filter;

    /// <summary>Gives the client an event, if it wants it.</summary>
    public void Offer(EventFrame frame)
    {
        if (filter.Wants(frame) && !_queue.Writer.TryWrite(frame))
        {
            Volatile.Write(ref _isBehind, 1);
        }
    }

    /// <summary>Shows the client that the stream lives; a full queue does that by itself.</summary>
    public void Beat() => _queue.Writer.TryWrite(EventFrame.Heartbeat);

    /// <summary>Notes that the client missed something.</summary>
    public void FallBehind()
    {
        Volatile.Write(ref _isBehind, 1);
        Beat();
    }

    /// <summary>Waits for the next event; <c>false</c> when there will be none.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) =>
        _queue.Reader.WaitToReadAsync(cancellationToken);

    /// <summary>Takes the next event, or a reset in place of everything that waited.</summary>
    public bool TryTake(Func<long> lastId, [NotNullWhen(true)] out EventFrame? frame)
    {
        // Taken back before the queue is emptied: what is dropped while it is being emptied asks for another reset.
        if (Interlocked.Exchange(ref _isBehind, 0) == 0)
        {
            return _queue.Reader.TryRead(out frame);
        }

        while (_queue.Reader.TryRead(out _))
        {
        }

        frame = EventFrame.Reset(lastId());
        return true;
    }

    /// <summary>Ends the stream.</summary>
    public void Complete() => _queue.Writer.TryComplete();
}
