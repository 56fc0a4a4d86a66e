using System.Collections.Immutable;
using Twin.Model.Alerts;

namespace Twin.Grains.Alerts;

/// <summary>Knows who wants to be told. One for the city, under <see cref="Key"/>: it is asked once an alert.</summary>
public interface IWebhookDirectoryGrain : IGrainWithStringKey
{
    /// <summary>The key of the only one.</summary>
    const string Key = "all";

    /// <summary>The most subscriptions.</summary>
    const int MaxSubscriptions = 100;

    /// <summary>The subscriptions, oldest first.</summary>
    Task<ImmutableArray<WebhookSubscription>> GetAll();

    /// <summary>Adds one; <c>false</c> when there are as many as may be.</summary>
    Task<bool> Add(WebhookSubscription subscription);

    /// <summary>Takes one away; <c>false</c> when there is none of that id.</summary>
    Task<bool> Remove(string id);

    /// <summary>Hands notices to all who want them; completes when each subscriber's queue is on disk.</summary>
    Task Tell(ImmutableArray<AlertNotice> notices);
}
