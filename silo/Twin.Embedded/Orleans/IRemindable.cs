using Orleans.Runtime;

namespace Orleans;

/// <summary>A grain that can be reminded, also when nothing else calls it and after a restart.</summary>
public interface IRemindable : IGrain
{
    /// <summary>
    /// A reminder's time has come. Runs as a request; a failure is logged, and the next tick comes anyway.
    /// </summary>
    Task ReceiveReminder(string reminderName, TickStatus status);
}
