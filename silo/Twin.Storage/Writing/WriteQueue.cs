using System.Diagnostics;
using System.Globalization;
using Twin.Model.Observations;

namespace Twin.Storage.Writing;

/// <summary>
/// What waits for the writer, in order of arrival, up to the limits of the options. Safe for any number of callers and
/// one writer.
/// </summary>
internal sealed class WriteQueue(ObservationLogOptions options)
{
    private readonly object _gate = new();
    private readonly Queue<WriteRequest> _waiting = new();
    private long _waitingBytes;

    // The length of the queue, for a look without the lock.
    private volatile int _count;
    private ObservationLogException? _closed;
    private long _refusals;

    /// <summary>How many requests wait, withdrawn ones included until the writer passes them.</summary>
    public int Count => _count;

    /// <summary>How many requests found the queue full.</summary>
    public long Refusals => Volatile.Read(ref _refusals);

    /// <summary>Adds one and gives its answer after the commit; throws as <see cref="Add"/> does.</summary>
    public Task<TAnswer> AskAsync<TAnswer>(AnsweredRequest<TAnswer> request, CancellationToken cancellationToken)
    {
        // Before it is in the queue: afterwards the writer may be done with it already, and nobody would unregister.
        request.WithdrawOn(cancellationToken);
        try
        {
            Add(request);
        }
        catch (ObservationLogException)
        {
            request.Forget();
            throw;
        }

        return request.Answer;
    }

    /// <summary>Adds one, or throws <see cref="ObservationLogException"/> when the queue is full or closed.</summary>
    public void Add(WriteRequest request)
    {
        lock (_gate)
        {
            if (_closed is { } closed)
            {
                throw new ObservationLogException(closed.Message, closed);
            }

            if (_waiting.Count >= options.QueueLimit ||
                (_waiting.Count > 0 && _waitingBytes + request.Bytes > options.QueueBytesLimit))
            {
                Volatile.Write(ref _refusals, _refusals + 1);
                throw new ObservationLogException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"The observation log is busy: {_waiting.Count} writes of {_waitingBytes} bytes wait; the limits " +
                    $"are {options.QueueLimit} and {options.QueueBytesLimit}. Send it again later."));
            }

            _waiting.Enqueue(request);
            _waitingBytes += request.Bytes;
            _count = _waiting.Count;
            if (_waiting.Count == 1)
            {
                Monitor.Pulse(_gate);
            }
        }
    }

    /// <summary>
    /// Gives those who were just answered the moment they need to come back with their next request. Without it callers
    /// fall into two camps that take turns, and each sync serves half of them.
    /// </summary>
    public void Gather(int expected)
    {
        // Real time, whatever the clock of the log: it is the processor that is waited for.
        var start = Stopwatch.GetTimestamp();
        var spin = default(SpinWait);
        while (_count < expected && Stopwatch.GetElapsedTime(start) < options.GatherTime)
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }
    }

    /// <summary>
    /// Waits until there is something, and moves all that fits one commit into <paramref name="group"/>; <c>false</c>
    /// when the queue is closed and empty.
    /// </summary>
    public bool Take(List<WriteRequest> group)
    {
        lock (_gate)
        {
            while (group.Count == 0)
            {
                while (_waiting.Count == 0)
                {
                    if (_closed is not null)
                    {
                        return false;
                    }

                    Monitor.Wait(_gate);
                }

                TakeWaiting(group);
            }

            return true;
        }
    }

    /// <summary>
    /// Refuses further requests with this reason; the first reason stays. What waits is still carried out.
    /// </summary>
    public void Close(ObservationLogException reason)
    {
        lock (_gate)
        {
            _closed ??= reason;
            Monitor.Pulse(_gate);
        }
    }

    private void TakeWaiting(List<WriteRequest> group)
    {
        long bytes = 0;
        while (group.Count < options.MaxBatchesPerCommit && bytes < options.MaxBytesPerCommit &&
            _waiting.TryDequeue(out var request))
        {
            _waitingBytes -= request.Bytes;
            if (request.TryTake())
            {
                bytes += request.Bytes;
                group.Add(request);
            }
        }

        _count = _waiting.Count;
    }
}
