namespace Twin.Model.Alerts;

/// <summary>One notice on its way to one subscriber.</summary>
/// <param name="NoticeId">The notice; subscribers may see it twice and can tell by this.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Body">The JSON that is sent, as text.</param>
/// <param name="Since">Since when it waits, UTC.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextAt">When it is tried next, UTC.</param>
/// <param name="LastError">What went wrong last; <c>null</c> before anything did.</param>
public sealed record WebhookDelivery(
    string NoticeId,
    AlertEventKind Kind,
    string Body,
    DateTimeOffset Since,
    int Attempts,
    DateTimeOffset NextAt,
    string? LastError);
