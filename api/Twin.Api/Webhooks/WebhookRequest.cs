using Twin.Model.Alerts;

namespace Twin.Api.Webhooks;

/// <summary>A wish to be told of alerts.</summary>
/// <param name="Url">Where to: http or https, a public host.</param>
/// <param name="By">Who asks.</param>
/// <param name="Unit">Only of that unit and all below it.</param>
/// <param name="LeastSeverity">Nothing below it; warning by default.</param>
/// <param name="Secret">What bodies are signed with, 16 to 200 characters; made up where it is left out.</param>
internal sealed record WebhookRequest(
    string? Url,
    string? By,
    string? Unit = null,
    AlertSeverity LeastSeverity = AlertSeverity.Warning,
    string? Secret = null);
