using Twin.Model.Alerts;

namespace Twin.Api.Alerts;

/// <summary>Opens a case, or takes one further.</summary>
/// <param name="By">Who does it.</param>
/// <param name="Title">What it is about; to open one it must be there, unless an alert says it.</param>
/// <param name="Unit">The unit, to open one; left out where an alert says it.</param>
/// <param name="Alert">The alert that begins it, to open one.</param>
/// <param name="Stage">The stage from now on; left out it stays.</param>
/// <param name="Assignee">Who works on it from now on; left out it stays.</param>
/// <param name="Deadline">By when it must be done, from now on; left out it stays.</param>
/// <param name="Text">A comment.</param>
/// <param name="Vessel">The vessel that it is about, to open one: registration number or MMSI.</param>
/// <param name="Contact">A call for the contact log; what was said is the text.</param>
/// <param name="Resolution">How it ended, with the stage <c>closed</c>.</param>
internal sealed record CaseRequest(
    string? By,
    string? Title = null,
    string? Unit = null,
    string? Alert = null,
    CaseStage? Stage = null,
    string? Assignee = null,
    DateOnly? Deadline = null,
    string? Text = null,
    string? Vessel = null,
    CaseContactRequest? Contact = null,
    CaseResolution? Resolution = null);
