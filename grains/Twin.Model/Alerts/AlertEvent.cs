namespace Twin.Model.Alerts;

/// <summary>One thing that happened to an alert.</summary>
/// <param name="Kind">What.</param>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who; <see cref="AlertBook.Program"/> where nobody did.</param>
/// <param name="Text">What was said; to whom it was given, or shown.</param>
public sealed record AlertEvent(AlertEventKind Kind, DateTimeOffset At, string By, string Text);
