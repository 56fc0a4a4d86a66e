using System.Collections.Concurrent;
using Twin.Model;
using Twin.Model.Alerts;

namespace Twin.Api.Tests.Webhooks;

/// <summary>Says of each delivery what the test wants, and shows it.</summary>
internal sealed class ScriptedSender : IWebhookSender
{
    public ConcurrentQueue<WebhookDelivery> Sent { get; } = new();

    public string? Error { get; set; }

    public Refusal? Check(string url) => null;

    public Task<string?> SendAsync(
        WebhookSubscription subscription, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        Sent.Enqueue(delivery);
        return Task.FromResult(Error);
    }
}
