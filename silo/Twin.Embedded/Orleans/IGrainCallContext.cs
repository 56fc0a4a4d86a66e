using System.Reflection;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans;

/// <summary>A call on its way through filters.</summary>
public interface IGrainCallContext
{
    /// <summary>The call with its arguments.</summary>
    IInvokable Request { get; }

    /// <summary>The grain that is called, or the reference to it where the call is sent.</summary>
    object Grain { get; }

    /// <summary>The method on the grain interface.</summary>
    MethodInfo InterfaceMethod { get; }

    /// <summary>The grain interface's name.</summary>
    string InterfaceName { get; }

    /// <summary>The method's name.</summary>
    string MethodName { get; }

    /// <summary>The grain that calls; <see langword="null"/> when it is none.</summary>
    GrainId? SourceId { get; }

    /// <summary>The grain that is called.</summary>
    GrainId TargetId { get; }

    /// <summary>The result, once the call has been made; a filter may replace it.</summary>
    object? Result { get; set; }

    /// <summary>
    /// Goes on to the next filter, and at the end makes the call. A filter may leave it, or repeat it.
    /// </summary>
    Task Invoke();
}
