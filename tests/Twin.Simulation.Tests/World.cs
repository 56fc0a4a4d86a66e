using System.Globalization;
using Twin.Simulation.Tests.Checks;
using Twin.Simulation.Tests.Engine;
using Twin.Simulation.Tests.Faults;
using Twin.Simulation.Tests.Network;
using Twin.Simulation.Tests.Storage;
using Twin.Simulation.Tests.Workload;

namespace Twin.Simulation.Tests;

/// <summary>
/// A city, its silo, those who use it, and all that goes wrong, on one thread in virtual time. Everything that happens
/// is decided by the seed, in the order in which it happens.
/// </summary>
internal sealed class World : IDisposable
{
    private const int MaxSteps = 400_000;

    private readonly List<Task> _outside = [];

    public World(int seed, Mutation mutation)
    {
        Mutation = mutation;
        Random = new Random(seed);
        Clock = new VirtualClock(Random);
        Faults = new FaultPlan(Random);
        City = new SimulatedCity(Random);
        Bugs = new MessageBugs(mutation, City, Random);
        Ledger = new Ledger(this);
        Versions = new VersionWatch(this, "readers");
        Silo = new Silo(this);
    }

    public Mutation Mutation { get; }

    public Random Random { get; }

    public VirtualClock Clock { get; }

    public FaultPlan Faults { get; }

    public SimulatedCity City { get; }

    public MessageBugs Bugs { get; }

    public Disk Disk { get; } = new();

    public Ledger Ledger { get; }

    /// <summary>What readers have seen, in all lives of the silo.</summary>
    public VersionWatch Versions { get; }

    public OutsideContext Outside { get; } = new();

    public Trace Trace { get; } = new();

    /// <summary>The silo as it is now; another one after a crash.</summary>
    public Silo Silo { get; private set; }

    /// <summary>The first invariant that did not hold.</summary>
    public string? Failure { get; private set; }

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    public void Note(string line) => Trace.Add(Clock.Now, line);

    public void Fail(string why)
    {
        Note($"FAILED: {why}");
        Failure ??= why;
    }

    /// <summary>A time from 0 to the number of milliseconds given.</summary>
    public TimeSpan Milliseconds(int most) => TimeSpan.FromMilliseconds(Random.Next(most + 1));

    /// <summary>Waits outside of the silo.</summary>
    public Task PauseAsync(TimeSpan delay)
    {
        var passed = new TaskCompletionSource();
        Clock.Schedule(delay, passed.SetResult);
        return passed.Task;
    }

    /// <summary>Starts somebody outside of the silo.</summary>
    public void Start(Func<Task> somebody) => Outside.Enter(() => _outside.Add(somebody()));

    /// <summary>The silo crashes, and starts again over what is durable.</summary>
    public void Crash()
    {
        Note("crash");
        Silo.Dispose();
        if (Mutation == Mutation.ForgetKeysAtRestart)
        {
            Disk.ForgetKeys();
        }
        else if (Mutation == Mutation.ReuseSequenceNumbers)
        {
            Disk.SetBack(2);
        }

        Silo = new Silo(this);
    }

    /// <summary>Runs until everybody who was started has ended.</summary>
    public void RunToEnd() => Run(() => _outside.TrueForAll(task => task.IsCompleted));

    /// <summary>Runs for some virtual time.</summary>
    public void RunFor(TimeSpan time)
    {
        var isOver = false;
        Clock.Schedule(time, () => isOver = true);
        Run(() => isOver);
    }

    public void Dispose()
    {
        Silo.Dispose();
        Trace.Dispose();
    }

    private void Run(Func<bool> isDone)
    {
        for (var step = 0; !isDone(); step++)
        {
            Step();
            if (_outside.Find(task => task.IsFaulted)?.Exception?.InnerException is { } exception)
            {
                Fail($"Somebody outside met what nobody should: {exception}");
            }

            if (step == MaxSteps)
            {
                Fail($"The world does not come to rest in {Text(MaxSteps)} steps.");
            }

            if (Failure is { } failure)
            {
                throw new SimulationFailureException(failure);
            }
        }
    }

    private void Step()
    {
        var turns = Silo.Turns.Ready;
        var ready = turns + Outside.Ready;

        // Now and then time passes although somebody could go on: turns take time too.
        if (ready == 0 || Random.Next(64) == 0)
        {
            Clock.FireNext();
            return;
        }

        var next = Random.Next(ready);
        if (next < turns)
        {
            var activation = Silo.Turns.Run(next);
            Note($"turn of {activation.Key}");
        }
        else
        {
            Outside.Run(next - turns);
        }
    }
}
