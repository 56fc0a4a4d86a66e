using Twin.Embedded.Activations;
using Twin.Embedded.Scheduling;

namespace Twin.Embedded.Tests;

/// <summary>Runs turns on the test's own thread, in an order that a seed decides.</summary>
internal sealed class SeededTurnScheduler(int seed) : TurnScheduler
{
    private readonly Random _random = new(seed);
    private readonly List<Activation> _ready = [];

    public override void Schedule(Activation activation) => _ready.Add(activation);

    public override void Yield(Activation activation) => _ready.Add(activation);

    public void RunUntilIdle()
    {
        while (_ready.Count > 0)
        {
            var next = _random.Next(_ready.Count);
            var activation = _ready[next];
            _ready.RemoveAt(next);
            activation.Dispatch();
        }
    }
}
