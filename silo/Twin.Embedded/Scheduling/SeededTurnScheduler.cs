using Twin.Embedded.Activations;

namespace Twin.Embedded.Scheduling;

/// <summary>
/// Runs turns on the thread that made it, one when it is told to, in an order that a seed decides. For simulations and
/// tests: together with a <see cref="TimeProvider"/> that stands still it makes a run repeatable, turn by turn.
/// </summary>
internal sealed class SeededTurnScheduler(Random random) : TurnScheduler
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly List<Activation> _ready = [];

    /// <summary>How many activations have a turn to run.</summary>
    public int Ready => _ready.Count;

    public override void Schedule(Activation activation) => Add(activation);

    public override void Yield(Activation activation) => Add(activation);

    /// <summary>Runs the turns of one of the activations that are ready.</summary>
    /// <param name="index">Which one, from 0 and below <see cref="Ready"/>.</param>
    public Activation Run(int index)
    {
        var activation = _ready[index];
        _ready[index] = _ready[^1];
        _ready.RemoveAt(_ready.Count - 1);
        activation.Dispatch();
        return activation;
    }

    /// <summary>Runs turns until none is left.</summary>
    public void RunUntilIdle()
    {
        while (_ready.Count > 0)
        {
            Run(random.Next(_ready.Count));
        }
    }

    private void Add(Activation activation)
    {
        // A turn on another thread would be one that no seed decides.
        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new InvalidOperationException(
                $"{activation.Class.Name}/{activation.Key} was woken by a thread that is not the simulation's.");
        }

        _ready.Add(activation);
    }
}
