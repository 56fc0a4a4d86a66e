using Twin.Model.Alerts;

namespace Twin.Api.Webhooks;

/// <summary>The body that a subscriber gets when its subscription is tried.</summary>
/// <param name="Id">The id of the delivery.</param>
/// <param name="Kind">Always tested: it is about no alert.</param>
internal sealed record TestNoticeAnswer(string Id, AlertEventKind Kind);
