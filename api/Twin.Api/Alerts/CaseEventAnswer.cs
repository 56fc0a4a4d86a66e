using Twin.Model.Alerts;

namespace Twin.Api.Alerts;

/// <summary>One thing that happened to a case.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Stage">The stage after it.</param>
/// <param name="Assignee">Who works on it after it.</param>
/// <param name="Deadline">By when, after it.</param>
/// <param name="Text">What was said.</param>
internal sealed record CaseEventAnswer(
    DateTimeOffset At, string By, CaseStage Stage, string? Assignee, DateOnly? Deadline, string Text)
{
    /// <summary>Who was called.</summary>
    public CaseContactAnswer? Contact { get; init; }

    /// <summary>How it ended.</summary>
    public CaseResolution? Resolution { get; init; }
}
