using Orleans.Runtime;
using Twin.Embedded.Activations;

namespace Twin.Embedded.Timers;

/// <summary>Makes the timers of grains.</summary>
internal static class GrainTimer
{
    /// <exception cref="InvalidOperationException">Called outside of the activation's turns.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A time below -1 ms or above 4,294,967,294 ms.</exception>
    public static IGrainTimer Register<TState>(
        IGrainContext context,
        Func<TState, CancellationToken, Task> callback,
        TState state,
        GrainTimerCreationOptions options)
    {
        if (context is not Activation activation || !ReferenceEquals(Activation.Current, activation))
        {
            throw new InvalidOperationException("A grain registers its timers in its own turns, not in Task.Run.");
        }

        var timer = new GrainTimer<TState>(activation, callback, state, options.Interleave, options.KeepAlive);
        timer.Change(options.DueTime, options.Period);
        activation.AddTimer(timer);
        return timer;
    }
}
