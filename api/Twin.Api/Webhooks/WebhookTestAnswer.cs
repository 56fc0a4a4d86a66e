namespace Twin.Api.Webhooks;

/// <summary>What became of a try of a subscription.</summary>
/// <param name="Id">The id of the delivery, in the header Twin-Event-Id.</param>
/// <param name="IsDelivered">Whether the target answered 2xx.</param>
/// <param name="Error">What went wrong; null when it was delivered.</param>
/// <param name="Milliseconds">How long it took.</param>
internal sealed record WebhookTestAnswer(string Id, bool IsDelivered, string? Error, long Milliseconds);
