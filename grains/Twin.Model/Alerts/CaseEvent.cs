namespace Twin.Model.Alerts;

/// <summary>One thing that happened to a case.</summary>
/// <param name="At">When, UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Stage">The stage after it.</param>
/// <param name="Assignee">Who works on it after it.</param>
/// <param name="Deadline">By when, after it.</param>
/// <param name="Text">What was said.</param>
public sealed record CaseEvent(
    DateTimeOffset At, string By, CaseStage Stage, string? Assignee, DateOnly? Deadline, string Text);
