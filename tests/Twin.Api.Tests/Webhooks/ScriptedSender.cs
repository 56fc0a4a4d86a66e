using System.Collections.Concurrent;
using Twin.Model;
using Twin.Model.Alerts;

namespace Twin.Api.Tests.Webhooks;

/// <summary>Says of each delivery what the test wants, and shows it.</summary>
internal sealed class ScriptedSender : IWebhookSender
{
    private CancellationToken _last;

    public ConcurrentQueue<WebhookDelivery> Sent { get; } = new();

    public string? Error { get; set; }

    /// <summary>Keeps every delivery on its way until it is done.</summary>
    public TaskCompletionSource? Hold { get; set; }

    /// <summary>Whether the last delivery was given up on its way.</summary>
    public bool IsCutOff => _last.IsCancellationRequested;

    public Refusal? Check(string url) => null;

    public async Task<string?> SendAsync(
        WebhookSubscription subscription, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        _last = cancellationToken;
        Sent.Enqueue(delivery);
        if (Hold is { } hold)
        {
            await hold.Task.WaitAsync(cancellationToken);
        }

        return Error;
    }
}
