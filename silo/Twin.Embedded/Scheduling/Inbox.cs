using Twin.Embedded.Activations;

namespace Twin.Embedded.Scheduling;

/// <summary>
/// Lock-free list of many senders and one receiver. Senders push onto a stack with one compare-and-swap; the receiver
/// takes the whole stack and reverses it, which restores the order of arrival. Whether the activation is scheduled is
/// part of the same word: the sender that replaces <see cref="Idle"/> must schedule it, and no other may.
/// </summary>
internal struct Inbox
{
    private static readonly WorkItem Idle = new IdleMark();

    private WorkItem? _head;

    public Inbox()
    {
        _head = Idle;
    }

    /// <summary>Whether nothing waits and nothing runs.</summary>
    public readonly bool IsIdle => ReferenceEquals(Volatile.Read(in _head), Idle);

    /// <summary>The newest item, for the sweeper's walk; items behind it may move while it walks.</summary>
    public readonly WorkItem? Newest => Volatile.Read(in _head);

    /// <summary>Adds an item. Any thread.</summary>
    /// <returns>Whether the activation was idle, so that the caller must schedule it.</returns>
    public bool Push(WorkItem item)
    {
        var head = Volatile.Read(ref _head);
        while (true)
        {
            var wasIdle = ReferenceEquals(head, Idle);
            item.Next = wasIdle ? null : head;
            var seen = Interlocked.CompareExchange(ref _head, item, head);
            if (ReferenceEquals(seen, head))
            {
                return wasIdle;
            }

            head = seen;
        }
    }

    /// <summary>Takes all items, oldest first. Receiver only.</summary>
    public WorkItem? TakeAll()
    {
        if (Volatile.Read(ref _head) is null)
        {
            return null;
        }

        // The receiver runs, so the head cannot be the idle mark.
        var item = Interlocked.Exchange(ref _head, null);
        WorkItem? oldest = null;
        while (item is not null)
        {
            var next = item.Next;
            item.Next = oldest;
            oldest = item;
            item = next;
        }

        return oldest;
    }

    /// <summary>Ends the receiver's run unless something has come in. Receiver only.</summary>
    public bool TryGoIdle() => Interlocked.CompareExchange(ref _head, Idle, null) is null;

    private sealed class IdleMark : WorkItem
    {
        public override string Description => "idle";

        public override void Run(Activation activation)
        {
        }
    }
}
