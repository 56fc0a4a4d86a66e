using System.Collections.Immutable;
using Twin.Model.Units;

namespace Twin.Model.Alerts;

/// <summary>Somebody's wish to be told of alerts over HTTP.</summary>
/// <param name="Id">The id.</param>
/// <param name="Url">Where to: http or https.</param>
/// <param name="Secret">What bodies are signed with.</param>
/// <param name="Units">The unit asked for and all that ever stood below it; empty for all.</param>
/// <param name="Unit">The unit asked for.</param>
/// <param name="LeastSeverity">Nothing below it.</param>
/// <param name="By">Who asked.</param>
/// <param name="At">When, UTC.</param>
public sealed record WebhookSubscription(
    string Id,
    string Url,
    string Secret,
    ImmutableArray<AdministrativeUnitCode> Units,
    AdministrativeUnitCode? Unit,
    AlertSeverity LeastSeverity,
    string By,
    DateTimeOffset At)
{
    /// <summary>Whether it is for this alert.</summary>
    public bool Wants(Alert alert) =>
        alert.Severity >= LeastSeverity && (Unit is null || Units.Contains(alert.Unit));
}
