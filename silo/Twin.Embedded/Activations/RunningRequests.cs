using Twin.Embedded.Calls;

namespace Twin.Embedded.Activations;

/// <summary>
/// Requests that have started and not ended, and the rule of what may start beside them: an exclusive request runs with
/// none but interleaving ones, read-only requests run together. Changed by the activation's turns alone.
/// </summary>
internal struct RunningRequests
{
    private Request? _exclusive;
    private int _readers;

    public int Count { get; private set; }

    /// <summary>The newest of those that await. Linked by <see cref="Scheduling.WorkItem.Next"/>.</summary>
    public Request? Suspended { get; private set; }

    /// <summary>The request that holds the current turn, if a request does.</summary>
    public Request? Current { get; private set; }

    /// <summary>Whether neither an exclusive nor a read-only request runs.</summary>
    public readonly bool IsFree => _exclusive is null && _readers == 0;

    /// <summary>Whether the interleaving rules let the request start now, order of arrival aside.</summary>
    public readonly bool Allow(Request request, bool isReentrant) =>
        isReentrant || request.AlwaysInterleaves || IsFree || (request.IsReadOnly && _exclusive is null);

    public void Start(Request request, bool isReentrant)
    {
        Count++;
        Current = request;
        if (isReentrant || request.AlwaysInterleaves)
        {
            return;
        }

        if (request.IsReadOnly)
        {
            _readers++;
        }
        else
        {
            _exclusive = request;
        }
    }

    /// <summary>The request awaits: its turn is over, it is not.</summary>
    public void Suspend(Request request)
    {
        Current = null;
        request.Previous = null;
        request.Next = Suspended;
        if (Suspended is { } newest)
        {
            newest.Previous = request;
        }

        Suspended = request;
    }

    /// <summary>What the request awaited has come; it is about to finish.</summary>
    public void Resume(Request request)
    {
        var next = (Request?)request.Next;
        if (request.Previous is { } previous)
        {
            previous.Next = next;
        }
        else
        {
            Suspended = next;
        }

        if (next is not null)
        {
            next.Previous = request.Previous;
        }

        request.Next = null;
        request.Previous = null;
    }

    /// <returns>Whether requests that wait may have become free to start.</returns>
    public bool Finish(Request request, bool isReentrant)
    {
        Count--;
        if (ReferenceEquals(Current, request))
        {
            Current = null;
        }

        if (isReentrant || request.AlwaysInterleaves)
        {
            return false;
        }

        if (request.IsReadOnly)
        {
            _readers--;
        }
        else
        {
            _exclusive = null;
        }

        return IsFree;
    }
}
