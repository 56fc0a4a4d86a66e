using Twin.Model.Alerts;
using Twin.Model.Vessels;

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
    /// <summary>How it ended, once it is closed.</summary>
    public CaseResolution? Resolution { get; init; }

    /// <summary>The vessel that it is about, by its id.</summary>
    public string? Vessel { get; init; }

    /// <summary>Why the program opened it; nothing where a person did.</summary>
    public VesselConcernKind? Kind { get; init; }

    /// <summary>Since when: the last report of a lost vessel, the first from where another may not be.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>When that was seen to be over; nothing while it lasts.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Where the vessel was then, degrees east.</summary>
    public double? Longitude { get; init; }

    /// <summary>Degrees north.</summary>
    public double? Latitude { get; init; }

    /// <summary>The zone that it may not be in.</summary>
    public string? Zone { get; init; }

    /// <summary>The answer of a case.</summary>
    public static CaseAnswer Of(CaseFile file) => new(
        file.Id,
        file.Unit.Value,
        file.Title,
        file.Alerts,
        file.Stage,
        file.Assignee,
        file.Deadline,
        [.. file.Events.Select(Of)])
    {
        Resolution = file.Resolution,
        Vessel = file.Subject?.Vessel.Value,
        Kind = file.Subject?.Kind,
        Since = file.Subject?.Since,
        EndedAt = file.Subject?.EndedAt,
        Longitude = file.Subject?.Where?.LongitudeDegrees,
        Latitude = file.Subject?.Where?.LatitudeDegrees,
        Zone = file.Subject?.Zone,
    };

    private static CaseEventAnswer Of(CaseEvent one) => new(
        one.At, one.By, one.Stage, one.Assignee, one.Deadline, one.Text)
    {
        Contact = one.Contact is { } call ? new CaseContactAnswer(call.Channel, call.Who, call.IsReached) : null,
        Resolution = one.Resolution,
    };
}
