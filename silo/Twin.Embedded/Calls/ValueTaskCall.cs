namespace Twin.Embedded.Calls;

/// <summary>A call of a method that returns <see cref="ValueTask"/>.</summary>
internal abstract class ValueTaskCall : AnsweredCall<NoResult>
{
    /// <summary>Calls the method on the grain. Emitted.</summary>
    public abstract ValueTask Send(object grain);

    public sealed override Task StartAsync(object grain) => Send(grain).AsTask();

    protected sealed override NoResult ResultOf(Task task) => default;
}
