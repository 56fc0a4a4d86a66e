using System.Diagnostics.CodeAnalysis;
using Twin.Embedded.Activations;
using Twin.Embedded.Filters;
using Twin.Embedded.Proxies;

namespace Twin.Embedded.Calls;

/// <summary>A call that nobody waits for. Its failures are logged and counted.</summary>
internal abstract class OneWayCall : GrainCall
{
    public sealed override bool IsAbandoned => false;

    /// <summary>Calls the method on the grain. Emitted.</summary>
    public abstract Task Send(object grain);

    public sealed override Task StartAsync(object grain) => Send(grain);

    public sealed override object? BoxedResultOf(Task task) => null;

    public sealed override void SendFiltered(GrainReference reference) => _ = SendFilteredAsync(reference);

    public sealed override bool TryFail(Exception exception) => true;

    // It goes on waiting: nobody would learn that it was dropped.
    public sealed override bool TryTimeOut(Activation activation) => false;

    protected sealed override void Complete(Activation activation, Task task)
    {
        var failure = FailureOf(task);
        activation.Finish(this, failure);
        if (failure is not null)
        {
            activation.Class.ReportLostOneWay(this, activation.Key, failure);
        }
    }

    protected sealed override Task StartFilteredAsync(Activation activation) =>
        new IncomingCallContext(this, activation).Invoke();

    [SuppressMessage("Design", "CA1031", Justification = "Whatever a filter throws is counted; nobody waits for it.")]
    private async Task SendFilteredAsync(GrainReference reference)
    {
        try
        {
            await new OutgoingCallContext(reference, this, SendOnceAsync).Invoke();
        }
        catch (Exception exception)
        {
            reference.Class.ReportLostOneWay(this, reference.Key, exception);
        }

        Task<object?> SendOnceAsync()
        {
            reference.SendNow((GrainCall)MemberwiseClone());
            return Task.FromResult<object?>(null);
        }
    }
}
