using Twin.Model.Alerts;

namespace Twin.Api.Webhooks;

/// <summary>One notice on its way to one subscriber.</summary>
/// <param name="Id">The notice.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Since">Since when it waits.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextAt">When it is, or would have been, tried next.</param>
/// <param name="LastError">What went wrong last.</param>
/// <param name="Body">What is sent.</param>
internal sealed record DeliveryAnswer(
    string Id,
    AlertEventKind Kind,
    DateTimeOffset Since,
    int Attempts,
    DateTimeOffset NextAt,
    string? LastError,
    string Body)
{
    /// <summary>The answer of a delivery.</summary>
    public static DeliveryAnswer Of(WebhookDelivery one) =>
        new(one.NoticeId, one.Kind, one.Since, one.Attempts, one.NextAt, one.LastError, one.Body);
}
