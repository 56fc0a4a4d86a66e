using System.Collections.Immutable;
using Twin.Model.Alerts;

namespace Twin.Grains.Alerts;

/// <summary>What is kept of subscriptions.</summary>
[GenerateSerializer, Alias("twin.WebhookDirectoryState")]
internal sealed class WebhookDirectoryState
{
    /// <summary>The subscriptions, oldest first.</summary>
    [Id(0)]
    public ImmutableArray<WebhookSubscription> Subscriptions { get; set; } = [];
}
