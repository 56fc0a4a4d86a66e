namespace Twin.Api.Alerts;

/// <summary>What somebody does to an alert.</summary>
/// <param name="By">Who does it.</param>
/// <param name="Text">A comment; for a comment it must be there.</param>
/// <param name="Assignee">To whom it is given; when assigning it must be there.</param>
internal sealed record AlertActionRequest(string? By, string? Text = null, string? Assignee = null);
