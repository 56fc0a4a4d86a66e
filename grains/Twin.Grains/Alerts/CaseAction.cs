using System.Collections.Immutable;
using Twin.Model.Alerts;

namespace Twin.Grains.Alerts;

/// <summary>Opens a case, or takes one further.</summary>
/// <param name="Id">The case; <c>null</c> to open one.</param>
/// <param name="Title">What it is about, when it is opened.</param>
/// <param name="Alerts">The alerts that belong to it, when it is opened.</param>
/// <param name="By">Who.</param>
/// <param name="Stage">The stage from now on; <c>null</c> leaves it.</param>
/// <param name="Assignee">Who works on it from now on; <c>null</c> leaves it.</param>
/// <param name="Deadline">By when, from now on; <c>null</c> leaves it.</param>
/// <param name="Text">A comment.</param>
/// <param name="Contact">Who was called; <c>null</c> where nobody was.</param>
/// <param name="Resolution">How it ended, when it is closed.</param>
/// <param name="Subject">The vessel that it is about, when it is opened.</param>
[GenerateSerializer, Immutable, Alias("twin.CaseAction")]
public sealed record CaseAction(
    [property: Id(0)] string? Id,
    [property: Id(1)] string? Title,
    [property: Id(2)] ImmutableArray<string> Alerts,
    [property: Id(3)] string By,
    [property: Id(4)] CaseStage? Stage,
    [property: Id(5)] string? Assignee,
    [property: Id(6)] DateOnly? Deadline,
    [property: Id(7)] string Text,
    [property: Id(8)] CaseContact? Contact = null,
    [property: Id(9)] CaseResolution? Resolution = null,
    [property: Id(10)] CaseSubject? Subject = null);
