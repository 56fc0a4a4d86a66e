using System.Reflection;
using Orleans;
using Orleans.Runtime;
using Twin.Embedded.Activations;
using Twin.Embedded.Calls;

namespace Twin.Embedded.Filters;

/// <summary>A call that has arrived: registered filters, then the grain's own, then its method.</summary>
internal sealed class IncomingCallContext(GrainCall call, Activation activation)
    : CallContext(call), IIncomingGrainCallContext
{
    public override object Grain => activation.Grain;

    public override GrainId? SourceId => Call.Source?.GrainId;

    public override GrainId TargetId => activation.GrainId;

    public IGrainContext TargetContext => activation;

    public MethodInfo ImplementationMethod
    {
        get
        {
            var declared = Call.Method.Method.DeclaringType
                ?? throw new InvalidOperationException($"{Call.Method.FullName} belongs to no interface.");
            var map = Grain.GetType().GetInterfaceMap(declared);
            return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, Call.Method.Method)];
        }
    }

    protected override async Task InvokeAsync(int index)
    {
        var registered = activation.Class.Host.Filters.Incoming;
        if (index < registered.Count)
        {
            await registered[index].Invoke(this);
        }
        else if (index == registered.Count && activation.Class.IsCallFilter)
        {
            await ((IIncomingGrainCallFilter)Grain).Invoke(this);
        }
        else
        {
            var task = Call.StartAsync(Grain)
                ?? throw new InvalidOperationException($"{Call.Method.FullName} returned no task.");
            await task;
            Result = Call.BoxedResultOf(task);
        }
    }
}
