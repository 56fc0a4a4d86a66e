using Orleans;

namespace Twin.Embedded.Tests.Grains;

public interface ITimerGrain : IGrainWithStringKey
{
    /// <summary>
    /// Ticks write "name n", the first at the due time; each waits at the gate "name n" if it is gated.
    /// </summary>
    Task Start(
        string name,
        TimeSpan dueTime,
        TimeSpan period,
        bool gated = false,
        bool interleave = false,
        bool keepAlive = false);

    Task ChangeTo(TimeSpan dueTime, TimeSpan period);

    Task StopTicking();

    Task StartFailing(string name, TimeSpan period);

    /// <summary>Registers from a thread of the pool.</summary>
    Task StartOutside();

    Task Pass(string name);

    /// <summary>Ends after what was sent before it.</summary>
    Task Settle();
}
