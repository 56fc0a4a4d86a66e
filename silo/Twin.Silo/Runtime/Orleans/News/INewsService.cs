using Orleans.Services;

namespace Twin.Silo.Runtime.Orleans.News;

/// <summary>Takes news from the other silos of the cluster. Each silo has one.</summary>
[Alias("twin.INewsService")]
internal interface INewsService : IGrainService
{
    /// <summary>
    /// Lets a silo hear of all that changes on this one, for as long as <see cref="NewsExchange.Lease"/>.
    /// </summary>
    /// <returns>Whether it has heard of everything since the last time it asked.</returns>
    [Alias("Follow")]
    Task<bool> Follow(SiloAddress follower);

    /// <summary>Takes what changed on another silo.</summary>
    [Alias("Receive")]
    Task Receive(NewsMessage news);
}
