using System.Reflection;
using Orleans;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;
using Twin.Embedded.Calls;

namespace Twin.Embedded.Filters;

/// <summary>A call on its way through filters; each goes on to the next, and the last to the call itself.</summary>
internal abstract class CallContext(GrainCall call) : IGrainCallContext
{
    private int _next;

    public IInvokable Request => call;

    public abstract object Grain { get; }

    public MethodInfo InterfaceMethod => call.Method.Method;

    public string InterfaceName => call.Method.InterfaceName;

    public string MethodName => call.Method.Name;

    public abstract GrainId? SourceId { get; }

    public abstract GrainId TargetId { get; }

    public object? Result { get; set; }

    protected GrainCall Call => call;

    public async Task Invoke()
    {
        // Set back afterwards, so that a filter may go on more than once.
        var index = _next++;
        try
        {
            await InvokeAsync(index);
        }
        finally
        {
            _next = index;
        }
    }

    /// <summary>Runs the filter of that number; behind the last, the call.</summary>
    protected abstract Task InvokeAsync(int index);
}
