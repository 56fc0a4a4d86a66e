using Orleans;

namespace Twin.Embedded.Tests.Grains;

public interface IRemindedGrain : IGrainWithStringKey, IRemindable
{
    Task Remind(string name, TimeSpan dueTime, TimeSpan period);

    Task Forget(string name);

    /// <summary>Forgets a reminder that was changed since it was got.</summary>
    Task ForgetStale(string name, TimeSpan period);

    Task<string> Names();
}
