using Twin.Model.Alerts;

namespace Twin.Api.Alerts;

/// <summary>One thing that happened to an alert.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When.</param>
/// <param name="By">Who; twin where nobody did.</param>
/// <param name="Text">What was said; to whom it was given, or shown.</param>
internal sealed record AlertEventAnswer(AlertEventKind Kind, DateTimeOffset At, string By, string Text);
