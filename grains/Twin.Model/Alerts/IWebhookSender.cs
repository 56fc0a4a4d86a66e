namespace Twin.Model.Alerts;

/// <summary>Sends one delivery over HTTP. Safe for any number of threads.</summary>
public interface IWebhookSender
{
    /// <summary>Why a URL cannot be a target, or <c>null</c>.</summary>
    Refusal? Check(string url);

    /// <summary>Sends it; answers what went wrong, or <c>null</c>. Never throws but for cancellation.</summary>
    Task<string?> SendAsync(
        WebhookSubscription subscription, WebhookDelivery delivery, CancellationToken cancellationToken);
}
