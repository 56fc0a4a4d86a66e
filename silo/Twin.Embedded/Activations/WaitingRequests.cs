using Twin.Embedded.Calls;
using Twin.Embedded.Scheduling;

namespace Twin.Embedded.Activations;

/// <summary>Requests that may not start yet, oldest first. Changed by the activation's turns alone.</summary>
internal struct WaitingRequests
{
    private WorkItem? _last;

    /// <summary>How many wait. A moment old for other threads.</summary>
    public int Count { get; private set; }

    public Request? First { get; private set; }

    public void Add(Request request)
    {
        request.Next = null;
        if (_last is null)
        {
            First = request;
        }
        else
        {
            _last.Next = request;
        }

        _last = request;
        Count++;
    }

    /// <summary>Takes the first request out.</summary>
    public Request? TakeFirst()
    {
        if (First is not { } first)
        {
            return null;
        }

        Remove(first, before: null);
        return first;
    }

    /// <summary>
    /// Takes the oldest request out that may interleave with anything, though it waits behind others.
    /// </summary>
    public Request? TakeFirstInterleaving()
    {
        Request? before = null;
        for (var request = First; request is not null; request = (Request?)request.Next)
        {
            if (request.AlwaysInterleaves)
            {
                Remove(request, before);
                return request;
            }

            before = request;
        }

        return null;
    }

    private void Remove(Request request, Request? before)
    {
        var next = (Request?)request.Next;
        if (before is null)
        {
            First = next;
        }
        else
        {
            before.Next = next;
        }

        if (next is null)
        {
            _last = before;
        }

        request.Next = null;
        Count--;
    }
}
