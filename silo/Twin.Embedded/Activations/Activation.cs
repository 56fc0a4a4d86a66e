using Orleans;
using Orleans.Runtime;
using Orleans.Storage;
using Twin.Embedded.Calls;
using Twin.Embedded.Hosting;
using Twin.Embedded.Scheduling;

namespace Twin.Embedded.Activations;

/// <summary>
/// One live grain: its mailbox and the turns that serve it (here), and its life (in the other part). Members without a
/// word on threads belong to the turns, of which one runs at a time.
/// </summary>
internal sealed partial class Activation : IGrainContext, IThreadPoolWorkItem
{
    // Never null: the state is the activation that the task is made with.
    private static readonly Action<object?> RunTurnsAction = static state => ((Activation)state!).RunTurns();

    [ThreadStatic]
    private static Activation? t_current;

    private Inbox _inbox = new();
    private WorkItem? _batch;
    private WaitingRequests _waiting;
    private RunningRequests _running;
    private bool _mayAdmit;
    private int _started;
    private RecentLoad _load;

    // Changed by senders and turns alike.
    private int _pendingCalls;

    public Activation(GrainClass grainClass, string key)
    {
        Class = grainClass;
        Key = key;
        TaskScheduler = new ActivationTaskScheduler(this);
        LastUsedEpoch = grainClass.Host.Epoch;
    }

    /// <summary>The activation whose turn this thread runs.</summary>
    public static Activation? Current => t_current;

    public GrainClass Class { get; }

    public string Key { get; }

    public ActivationTaskScheduler TaskScheduler { get; }

    /// <summary>The host's epoch when a request last started. A moment old for other threads.</summary>
    public int LastUsedEpoch { get; private set; }

    /// <summary>Calls that wait in the mailbox. Any thread.</summary>
    public int PendingCalls => Volatile.Read(ref _pendingCalls);

    /// <summary>Calls that wait or run. Any thread; a moment old.</summary>
    public int Load => PendingCalls + _running.Count;

    /// <summary>What it has been doing of late. Any thread; a moment old.</summary>
    public RecentLoad RecentLoad => _load;

    private bool IsServing => _state == ActivationState.Active && _deactivation is null;

    /// <summary>Queues work that the capacity does not bound: continuations, ticks, commands. Any thread.</summary>
    public void Post(WorkItem item)
    {
        if (_inbox.Push(item))
        {
            Class.Host.Scheduler.Schedule(this);
        }
    }

    /// <summary>Queues a call unless the mailbox is full. Any thread.</summary>
    public bool TryPost(Request call)
    {
        if (Interlocked.Increment(ref _pendingCalls) > Class.Host.Options.MailboxCapacity)
        {
            Interlocked.Decrement(ref _pendingCalls);
            return false;
        }

        Post(call);
        return true;
    }

    void IThreadPoolWorkItem.Execute() => Dispatch();

    /// <summary>
    /// Runs the turns that wait, up to the host's limit. Called once for each time that the activation was scheduled.
    /// </summary>
    public void Dispatch()
    {
        var outer = t_current;
        t_current = this;
        try
        {
            // Turns run inside of a task so that TaskScheduler.Current is the activation's; one task serves them all.
            new Task(RunTurnsAction, this, CancellationToken.None, TaskCreationOptions.DenyChildAttach)
                .RunSynchronously(TaskScheduler);
        }
        finally
        {
            t_current = outer;
        }
    }

    /// <summary>Starts a request that has come in, or lets it wait.</summary>
    public void Admit(Request request)
    {
        if (_state == ActivationState.Dead)
        {
            Forward(request);
        }
        else if (IsServing
            && (_waiting.Count == 0 || request.AlwaysInterleaves)
            && _running.Allow(request, Class.IsReentrant))
        {
            Start(request);
        }
        else
        {
            _waiting.Add(request);
        }
    }

    /// <summary>The request awaits; its turn is over.</summary>
    public void Suspend(Request request) => _running.Suspend(request);

    /// <summary>What the request awaited has ended.</summary>
    public void Resume(Request request) => _running.Resume(request);

    /// <summary>The request has ended; others may start.</summary>
    /// <param name="request">The request.</param>
    /// <param name="failure">What it ended with, unless it succeeded.</param>
    public void Finish(Request request, Exception? failure)
    {
        if (_running.Finish(request, Class.IsReentrant))
        {
            _mayAdmit = _waiting.Count > 0;
        }

        if (failure is not null)
        {
            OnFailure(request, failure);
        }
    }

    private void OnFailure(Request request, Exception failure)
    {
        Class.ReportFailure(request, Key, failure);
        if (failure is InconsistentStateException { IsSourceActivation: true } inconsistent)
        {
            // Its memory is not what is stored: the next activation reads that. Callers that let the exception pass
            // keep theirs.
            inconsistent.IsSourceActivation = false;
            RequestDeactivation(new DeactivationReason(
                DeactivationReasonCode.ApplicationError, failure, "A state was not as the grain has seen it."));
        }
    }

    /// <summary>
    /// Fails calls that were sent before the given epoch and are not answered. Any thread: it walks lists that change
    /// under it, which is safe because to time out any request that it meets is right wherever that waits by now, and
    /// which is enough because a list that keeps changing is being served, and one that does not is walked whole.
    /// </summary>
    public void TimeOut(int sentBefore)
    {
        if (_inbox.IsIdle && _running.Count == 0 && _waiting.Count == 0)
        {
            return;
        }

        TimeOut(_inbox.Newest, sentBefore);
        TimeOut(_batch, sentBefore);
        TimeOut(_waiting.First, sentBefore);
        TimeOut(_running.Suspended, sentBefore);
        TimeOutOne(_running.Current, sentBefore);
    }

    private void TimeOut(WorkItem? item, int sentBefore)
    {
        // Bounded, for a list that is relinked while it is walked may lead in a circle.
        for (var left = Class.Host.Options.MailboxCapacity; item is not null && left > 0; left--)
        {
            TimeOutOne(item as Request, sentBefore);
            item = item.Next;
        }
    }

    private void TimeOutOne(Request? request, int sentBefore)
    {
        if (request is not null && request.SentEpoch - sentBefore < 0 && request.TryTimeOut(this))
        {
            Class.Counters.CountTimeout();
        }
    }

    private void RunTurns()
    {
        var host = Class.Host;
        var clean = ExecutionContext.Capture();
        var turnStart = host.Time.GetTimestamp();
        var counted = turnStart;
        if (_state == ActivationState.Created)
        {
            BeginActivation();
        }

        for (var left = host.Options.TurnsPerDispatch; left > 0; left--)
        {
            var admitted = _mayAdmit ? TakeAdmissible() : null;
            var item = admitted ?? TakeArrived();
            if (item is null)
            {
                CountWork(ref counted, turnStart);
                if (_inbox.TryGoIdle())
                {
                    // From here on another thread may run turns of this activation.
                    return;
                }

                continue;
            }

            if (admitted is not null)
            {
                Start(admitted);
            }
            else
            {
                item.Run(this);
            }

            if (_deactivation is { } reason && _state == ActivationState.Active && _running.Count == 0)
            {
                BeginDeactivation(reason);
            }

            if (clean is not null && !ReferenceEquals(ExecutionContext.Capture(), clean))
            {
                // What a grain sets in an AsyncLocal outside of an async method must not leak into the next turn.
                ExecutionContext.Restore(clean);
            }

            var now = host.Time.GetTimestamp();
            if (now - turnStart > host.SlowTurnTimestampTicks)
            {
                Class.ReportSlowTurn(item, Key, host.Time.GetElapsedTime(turnStart, now));
            }

            turnStart = now;
        }

        CountWork(ref counted, turnStart);
        host.Scheduler.Yield(this);
    }

    /// <summary>Adds up what was done since it was last counted; cheap, for it ends every burst of turns.</summary>
    private void CountWork(ref long counted, long now)
    {
        if (now != counted || _started != 0)
        {
            var host = Class.Host;
            var busy = now - counted;
            counted = now;
            _load.Add(host.Epoch, busy * host.SecondsPerTimestampTick, _started);
            Class.Counters.CountWork(ref _started, busy);
        }
    }

    private WorkItem? TakeArrived()
    {
        if (_batch is null)
        {
            _batch = _inbox.TakeAll();
            if (_batch is null)
            {
                return null;
            }
        }

        var item = _batch;
        _batch = item.Next;
        item.Next = null;
        return item;
    }

    private Request? TakeAdmissible()
    {
        if (IsServing && _waiting.First is { } first)
        {
            if (_running.Allow(first, Class.IsReentrant))
            {
                return _waiting.TakeFirst();
            }

            if (_waiting.TakeFirstInterleaving() is { } interleaving)
            {
                return interleaving;
            }
        }

        _mayAdmit = false;
        return null;
    }

    private void Start(Request request)
    {
        LeaveMailbox(request);
        if (request.IsAbandoned)
        {
            return;
        }

        if (request.KeepsAlive)
        {
            LastUsedEpoch = Class.Host.Epoch;
            _started++;
        }

        _running.Start(request, Class.IsReentrant);
        if (request.Context is { } context)
        {
            RequestContext.Current = context;
        }

        request.Invoke(this);
    }

    private void LeaveMailbox(Request request)
    {
        if (request.IsCall)
        {
            Interlocked.Decrement(ref _pendingCalls);
        }
    }
}
