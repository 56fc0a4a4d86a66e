namespace Twin.Embedded.Calls;

/// <summary>A call of a method that returns <see cref="Task"/>.</summary>
internal abstract class TaskCall : AnsweredCall<NoResult>
{
    /// <summary>Calls the method on the grain. Emitted.</summary>
    public abstract Task Send(object grain);

    public sealed override Task StartAsync(object grain) => Send(grain);

    protected sealed override NoResult ResultOf(Task task) => default;
}
