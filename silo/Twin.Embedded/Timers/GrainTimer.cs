using Orleans.Runtime;

namespace Twin.Embedded.Timers;

internal static class GrainTimer
{
    public static IGrainTimer Register<TState>(
        IGrainContext context,
        Func<TState, CancellationToken, Task> callback,
        TState state,
        GrainTimerCreationOptions options) =>
        throw new NotSupportedException($"{context} {state} {callback.Method.Name} {options.DueTime}");
}
