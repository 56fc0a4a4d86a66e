namespace Twin.Simulation.Tests.Engine;

/// <summary>
/// Where code outside of the silo goes on after an await: in a list from which the world takes by its seed.
/// </summary>
internal sealed class OutsideContext : SynchronizationContext
{
    private readonly List<(SendOrPostCallback Callback, object? State)> _ready = [];

    public int Ready => _ready.Count;

    public override void Post(SendOrPostCallback d, object? state) => _ready.Add((d, state));

    public override SynchronizationContext CreateCopy() => this;

    public void Run(int index)
    {
        var (callback, state) = _ready[index];
        _ready[index] = _ready[^1];
        _ready.RemoveAt(_ready.Count - 1);
        Enter(() => callback(state));
    }

    /// <summary>Runs code up to its first await that waits.</summary>
    public void Enter(Action action)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        try
        {
            action();
        }
        finally
        {
            SetSynchronizationContext(outer);
        }
    }
}
