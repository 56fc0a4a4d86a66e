using Orleans;
using Orleans.Runtime;
using Twin.Embedded.Activations;
using Twin.Embedded.Calls;
using Twin.Embedded.Proxies;

namespace Twin.Embedded.Filters;

/// <summary>A call that is to be sent: registered filters, then the sending, which ends with the answer.</summary>
/// <param name="reference">Whom to send it to.</param>
/// <param name="call">The call.</param>
/// <param name="send">Sends a copy of it and gives its result.</param>
internal sealed class OutgoingCallContext(GrainReference reference, GrainCall call, Func<Task<object?>> send)
    : CallContext(call), IOutgoingGrainCallContext
{
    private readonly Activation? _source = Activation.Current;

    public override object Grain => reference;

    public override GrainId? SourceId => _source?.GrainId;

    public override GrainId TargetId => reference.GrainId;

    public IGrainContext? SourceContext => _source;

    protected override async Task InvokeAsync(int index)
    {
        var filters = reference.Class.Host.Filters.Outgoing;
        if (index < filters.Count)
        {
            await filters[index].Invoke(this);
        }
        else
        {
            Result = await send();
        }
    }
}
