using Orleans.Runtime;
using Twin.Embedded.Timers;

namespace Orleans;

/// <summary>What every grain may ask of its host.</summary>
public static class GrainBaseExtensions
{
    /// <summary>
    /// Deactivates the activation once the requests that run now have ended; the next call makes a new one.
    /// </summary>
    public static void DeactivateOnIdle(this IGrainBase grain) =>
        grain.GrainContext.Deactivate(new DeactivationReason(
            DeactivationReasonCode.ApplicationRequested, $"{nameof(DeactivateOnIdle)} was called."));

    /// <summary>
    /// Registers a timer. Its callback is a turn of this activation; the next tick is due one period after the callback
    /// ended, so ticks never pile up. The timer ends with the activation.
    /// </summary>
    /// <param name="grain">The grain that the timer belongs to.</param>
    /// <param name="callback">
    /// What to run at each tick; its token is cancelled when the timer is disposed. An exception is logged, and the
    /// timer goes on.
    /// </param>
    /// <param name="state">Passed to the callback.</param>
    /// <param name="options">When to tick.</param>
    public static IGrainTimer RegisterGrainTimer<TState>(
        this IGrainBase grain,
        Func<TState, CancellationToken, Task> callback,
        TState state,
        GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return GrainTimer.Register(grain.GrainContext, callback, state, options);
    }

    /// <summary>Registers a timer whose callback takes a token alone.</summary>
    public static IGrainTimer RegisterGrainTimer(
        this IGrainBase grain, Func<CancellationToken, Task> callback, GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return RegisterGrainTimer(grain, static (call, token) => call(token), callback, options);
    }

    /// <summary>Registers a timer whose callback takes nothing.</summary>
    public static IGrainTimer RegisterGrainTimer(
        this IGrainBase grain, Func<Task> callback, GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return RegisterGrainTimer(grain, static (call, _) => call(), callback, options);
    }

    /// <summary>Registers a timer whose callback takes a state alone.</summary>
    public static IGrainTimer RegisterGrainTimer<TState>(
        this IGrainBase grain, Func<TState, Task> callback, TState state, GrainTimerCreationOptions options)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return RegisterGrainTimer(
            grain, static (pair, _) => pair.Callback(pair.State), (Callback: callback, State: state), options);
    }

    /// <summary>Registers a timer whose callback takes nothing, by its times.</summary>
    public static IGrainTimer RegisterGrainTimer(
        this IGrainBase grain, Func<Task> callback, TimeSpan dueTime, TimeSpan period) =>
        RegisterGrainTimer(grain, callback, new GrainTimerCreationOptions(dueTime, period));

    /// <summary>Registers a timer whose callback takes a token alone, by its times.</summary>
    public static IGrainTimer RegisterGrainTimer(
        this IGrainBase grain, Func<CancellationToken, Task> callback, TimeSpan dueTime, TimeSpan period) =>
        RegisterGrainTimer(grain, callback, new GrainTimerCreationOptions(dueTime, period));

    /// <summary>Registers a timer whose callback takes a state alone, by its times.</summary>
    public static IGrainTimer RegisterGrainTimer<TState>(
        this IGrainBase grain, Func<TState, Task> callback, TState state, TimeSpan dueTime, TimeSpan period) =>
        RegisterGrainTimer(grain, callback, state, new GrainTimerCreationOptions(dueTime, period));

    /// <summary>Registers a timer whose callback takes a state and a token, by its times.</summary>
    public static IGrainTimer RegisterGrainTimer<TState>(
        this IGrainBase grain,
        Func<TState, CancellationToken, Task> callback,
        TState state,
        TimeSpan dueTime,
        TimeSpan period) =>
        RegisterGrainTimer(grain, callback, state, new GrainTimerCreationOptions(dueTime, period));
}
