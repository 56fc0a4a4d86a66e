using System.Diagnostics.CodeAnalysis;
using Twin.Embedded.Activations;
using Twin.Embedded.Calls;
using Twin.Embedded.Proxies;

namespace Twin.Embedded.Streams;

/// <summary>
/// A call about an open stream. It interleaves with everything, as in Orleans, and passes no filter: it is no call of a
/// method.
/// </summary>
internal abstract class StreamCall<TResult>(GrainMethod method) : AnsweredCall<TResult>
{
    public sealed override GrainMethod Method => method;

    public sealed override bool AlwaysInterleaves => true;

    [SuppressMessage("Design", "CA1031", Justification = "Whatever the grain throws is the caller's answer.")]
    public sealed override void Invoke(Activation activation)
    {
        Task task;
        try
        {
            task = StartAsync(activation);
        }
        catch (Exception exception)
        {
            task = Task.FromException(exception);
        }

        Follow(activation, task);
    }

    public sealed override Task StartAsync(object grain) =>
        throw new InvalidOperationException($"A stream of {method.FullName} passes no filter.");

    protected abstract Task<TResult> StartAsync(Activation activation);

    protected sealed override TResult ResultOf(Task task) => ((Task<TResult>)task).GetAwaiter().GetResult();
}
