namespace Twin.Embedded.Calls;

/// <summary>A call of a method that returns <see cref="Task{TResult}"/>.</summary>
internal abstract class TaskCall<TResult> : AnsweredCall<TResult>
{
    /// <summary>Calls the method on the grain. Emitted.</summary>
    public abstract Task<TResult> Send(object grain);

    public sealed override Task StartAsync(object grain) => Send(grain);

    protected sealed override TResult ResultOf(Task task) => ((Task<TResult>)task).GetAwaiter().GetResult();
}
