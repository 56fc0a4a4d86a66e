using Twin.Model;
using Twin.Model.Alerts;

namespace Twin.Api.Alerts;

/// <summary>News of an alert: the event 'alert', and the body that subscribers get.</summary>
/// <param name="Id">The id of the news; the same one means the same news.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Alert">The alert after it.</param>
internal sealed record AlertNoticeAnswer(string Id, AlertEventKind Kind, AlertAnswer Alert)
{
    /// <summary>The answer of a notice.</summary>
    public static AlertNoticeAnswer Of(AlertNotice notice, CityDefinition city) =>
        new(notice.Id, notice.Kind, AlertAnswer.Of(notice.Alert, city));
}
