using System.Collections.Immutable;
using Twin.Model.Alerts;

namespace Twin.Grains.Alerts;

/// <summary>What is kept for one subscriber.</summary>
[GenerateSerializer, Alias("twin.WebhookGrainState")]
internal sealed class WebhookGrainState
{
    /// <summary>The subscription; <c>null</c> before the first notice.</summary>
    [Id(0)]
    public WebhookSubscription? Subscription { get; set; }

    /// <summary>What waits, oldest first.</summary>
    [Id(1)]
    public ImmutableArray<WebhookDelivery> Queue { get; set; } = [];

    /// <summary>What was put aside.</summary>
    [Id(2)]
    public ImmutableArray<WebhookDelivery> DeadLetters { get; set; } = [];

    /// <summary>The notices taken in last, so that a repeat is known.</summary>
    [Id(3)]
    public ImmutableArray<string> Taken { get; set; } = [];
}
