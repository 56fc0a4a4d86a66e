namespace Twin.Model.Alerts;

/// <summary>One thing that happened to a case.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Stage">The stage after it.</param>
/// <param name="Assignee">Who works on it after it.</param>
/// <param name="Deadline">By when, after it.</param>
/// <param name="Text">What was said.</param>
/// <param name="Contact">Who was called; <c>null</c> where nobody was.</param>
/// <param name="Resolution">How it came to its end, once it is closed.</param>
public sealed record CaseEvent(
    DateTimeOffset At,
    string By,
    CaseStage Stage,
    string? Assignee,
    DateOnly? Deadline,
    string Text,
    CaseContact? Contact = null,
    CaseResolution? Resolution = null);
