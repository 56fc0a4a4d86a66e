using Microsoft.Extensions.Logging;

namespace Twin.Embedded.Hosting;

/// <summary>What the host has to say to operators.</summary>
internal sealed partial class EmbeddedGrainLog(ILogger<EmbeddedGrainHost> logger)
{
    [LoggerMessage(1, LogLevel.Warning, "One-way call {Method} to {GrainClass}/{Key} was lost")]
    public partial void LostOneWay(Exception exception, string method, string grainClass, string key);

    [LoggerMessage(2, LogLevel.Error, "{GrainClass}/{Key} could not be activated")]
    public partial void FailedActivation(Exception exception, string grainClass, string key);

    [LoggerMessage(3, LogLevel.Error, "{GrainClass}/{Key} ended with a failure in its deactivation")]
    public partial void FailedDeactivation(Exception exception, string grainClass, string key);

    [LoggerMessage(4, LogLevel.Error, "A timer of {GrainClass}/{Key} failed and goes on")]
    public partial void FailedTick(Exception exception, string grainClass, string key);

    [LoggerMessage(5, LogLevel.Warning, "A turn of {GrainClass}/{Key} held its thread for {Elapsed}: {Item}")]
    public partial void SlowTurn(string item, string grainClass, string key, TimeSpan elapsed);

    [LoggerMessage(6, LogLevel.Information, "Serving {Classes} grain classes")]
    public partial void Started(int classes);

    [LoggerMessage(7, LogLevel.Information, "Deactivating {Activations} activations")]
    public partial void Stopping(int activations);

    [LoggerMessage(8, LogLevel.Warning, "Stopped with {Activations} activations that did not end in time")]
    public partial void StoppedLate(int activations);

    [LoggerMessage(9, LogLevel.Error, "A sweep for timeouts and idle activations failed; the next one goes on")]
    public partial void FailedSweep(Exception exception);

    [LoggerMessage(10, LogLevel.Error, "Reminders could not be read or kept; tried again")]
    public partial void FailedReminders(Exception exception);

    [LoggerMessage(11, LogLevel.Warning, "Reminder {Name} of {GrainType}/{Key} is for no grain of this program")]
    public partial void StrayReminder(string name, string grainType, string key);

    [LoggerMessage(12, LogLevel.Error, "Reminder {Name} of {GrainType}/{Key} failed; the next tick comes")]
    public partial void FailedReminder(Exception exception, string name, string grainType, string key);

    [LoggerMessage(13, LogLevel.Error, "{Observer} failed to end at stage {Stage} of the silo's life")]
    public partial void FailedStop(Exception exception, string observer, int stage);
}
