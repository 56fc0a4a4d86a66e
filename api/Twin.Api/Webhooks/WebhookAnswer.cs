using Twin.Model.Alerts;

namespace Twin.Api.Webhooks;

/// <summary>A subscription.</summary>
/// <param name="Id">The id.</param>
/// <param name="Url">Where to.</param>
/// <param name="Unit">Only of that unit and all below it; null for all.</param>
/// <param name="LeastSeverity">Nothing below it.</param>
/// <param name="By">Who asked.</param>
/// <param name="At">When.</param>
/// <param name="Secret">What bodies are signed with; told once, when the subscription is made.</param>
internal sealed record WebhookAnswer(
    string Id, string Url, string? Unit, AlertSeverity LeastSeverity, string By, DateTimeOffset At, string? Secret)
{
    /// <summary>The answer of a subscription.</summary>
    public static WebhookAnswer Of(WebhookSubscription one, bool withSecret) => new(
        one.Id, one.Url, one.Unit?.Value, one.LeastSeverity, one.By, one.At, withSecret ? one.Secret : null);
}
