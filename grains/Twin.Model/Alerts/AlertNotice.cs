namespace Twin.Model.Alerts;

/// <summary>News of an alert, for whoever listens. Its id names it once and for all: a repeat can be told.</summary>
/// <param name="Id">Alert and number of the event.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Alert">The alert after it.</param>
public sealed record AlertNotice(string Id, AlertEventKind Kind, Alert Alert);
