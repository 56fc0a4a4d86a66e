using Twin.Model.Alerts;

namespace Twin.Api.Alerts;

/// <summary>Something that people of a unit work on until it is done.</summary>
/// <param name="Id">The id.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Alerts">The alerts that belong to it.</param>
/// <param name="Stage">How far it has come.</param>
/// <param name="Assignee">Who works on it.</param>
/// <param name="Deadline">By when it must be done.</param>
/// <param name="Events">What happened to it, oldest first.</param>
internal sealed record CaseAnswer(
    string Id,
    string Unit,
    string Title,
    IReadOnlyList<string> Alerts,
    CaseStage Stage,
    string? Assignee,
    DateOnly? Deadline,
    IReadOnlyList<CaseEventAnswer> Events)
{
    /// <summary>The answer of a case.</summary>
    public static CaseAnswer Of(CaseFile file) => new(
        file.Id,
        file.Unit.Value,
        file.Title,
        file.Alerts,
        file.Stage,
        file.Assignee,
        file.Deadline,
        [.. file.Events.Select(one => new CaseEventAnswer(
            one.At, one.By, one.Stage, one.Assignee, one.Deadline, one.Text))]);
}
