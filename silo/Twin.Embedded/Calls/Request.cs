using System.Collections.Immutable;
using Twin.Embedded.Activations;
using Twin.Embedded.Scheduling;

namespace Twin.Embedded.Calls;

/// <summary>Work that an activation admits by its interleaving rules: a grain call or a timer's tick.</summary>
internal abstract class Request : WorkItem
{
    /// <summary>The host's epoch when the request was sent; tells when it has waited too long.</summary>
    public int SentEpoch { get; set; }

    /// <summary>What the sender has set for it to see; null for nothing.</summary>
    public ImmutableDictionary<string, object>? Context { get; set; }

    /// <summary>How often a dying activation has passed it on.</summary>
    public int Forwards { get; set; }

    /// <summary>The request before this one in the list of running requests.</summary>
    public Request? Previous { get; set; }

    /// <summary>Whether it may start while any other request awaits.</summary>
    public abstract bool AlwaysInterleaves { get; }

    /// <summary>Whether it may start while read-only requests await.</summary>
    public abstract bool IsReadOnly { get; }

    /// <summary>Whether it counts as use of the activation.</summary>
    public abstract bool KeepsAlive { get; }

    /// <summary>Whether nobody waits for the answer any more, so that it need not start.</summary>
    public abstract bool IsAbandoned { get; }

    /// <summary>
    /// Whether somebody sent it, so that it counts in the mailbox, and goes to the next activation when this one ends.
    /// </summary>
    public abstract bool IsCall { get; }

    public sealed override void Run(Activation activation) => activation.Admit(this);

    /// <summary>
    /// Starts the work in the current turn. Never throws; ends with exactly one call of
    /// <see cref="Activation.Finish"/>, now or in a later turn.
    /// </summary>
    public abstract void Invoke(Activation activation);

    /// <summary>Answers with a failure unless an answer was given. Any thread.</summary>
    /// <returns>Whether this was the answer.</returns>
    public abstract bool TryFail(Exception exception);

    /// <summary>Fails the call for want of an answer, if somebody still waits for one. Any thread.</summary>
    public abstract bool TryTimeOut(Activation activation);

    /// <summary>What an ended task has failed with, a cancellation among it; null when it succeeded.</summary>
    protected static Exception? FailureOf(Task task) => task.IsCompletedSuccessfully
        ? null
        : task.Exception?.InnerException ?? new TaskCanceledException(task);
}
