using Twin.Model;
using Twin.Model.Alerts;
using Twin.Model.Calendars;

namespace Twin.Api.Alerts;

/// <summary>An alert of a unit, with all that happened to it.</summary>
internal sealed record AlertAnswer
{
    /// <summary>The id.</summary>
    public required string Id { get; init; }

    /// <summary>The unit.</summary>
    public required string Unit { get; init; }

    /// <summary>The unit's Vietnamese name.</summary>
    public required string UnitVi { get; init; }

    /// <summary>The unit's English name.</summary>
    public required string UnitEn { get; init; }

    /// <summary>The rule.</summary>
    public required string RuleId { get; init; }

    /// <summary>The rule's Vietnamese name.</summary>
    public required string NameVi { get; init; }

    /// <summary>The rule's English name.</summary>
    public required string NameEn { get; init; }

    /// <summary>What the rule looks at.</summary>
    public required AlertRuleKind Kind { get; init; }

    /// <summary>What it is about: an indicator's code, a target's or duty's id, a subsystem.</summary>
    public required string Subject { get; init; }

    /// <summary>How bad it is.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>The agency that answers for it.</summary>
    public required string? OwnerAgency { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required AlertState State { get; init; }

    /// <summary>Whether the condition stands, whatever anybody did about it.</summary>
    public required bool IsActive { get; init; }

    /// <summary>The number that was read last.</summary>
    public required double Measure { get; init; }

    /// <summary>The period it was of; null where it was of now.</summary>
    public required string? Period { get; init; }

    /// <summary>Why, in Vietnamese.</summary>
    public required string ReasonVi { get; init; }

    /// <summary>Why, in English.</summary>
    public required string ReasonEn { get; init; }

    /// <summary>When it was first raised.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>When it last changed.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Who works on it.</summary>
    public required string? Assignee { get; init; }

    /// <summary>The unit above that it was shown to last.</summary>
    public required string? EscalatedTo { get; init; }

    /// <summary>What happened to it, oldest first.</summary>
    public required IReadOnlyList<AlertEventAnswer> Events { get; init; }

    /// <summary>The answer of an alert.</summary>
    public static AlertAnswer Of(Alert alert, CityDefinition city)
    {
        var unit = city.Tree.Find(alert.Unit, VietnamDay.Of(alert.ChangedAt))
            ?? city.Tree.VersionsOf(alert.Unit).LastOrDefault();
        var rule = city.AlertRules.FirstOrDefault(r => string.Equals(r.Id, alert.RuleId, StringComparison.Ordinal));
        return new AlertAnswer
        {
            Id = alert.Id,
            Unit = alert.Unit.Value,
            UnitVi = unit?.NameVi ?? alert.Unit.Value,
            UnitEn = unit?.NameEn ?? alert.Unit.Value,
            RuleId = alert.RuleId,
            NameVi = rule?.NameVi ?? alert.RuleId,
            NameEn = rule?.NameEn ?? alert.RuleId,
            Kind = alert.Kind,
            Subject = alert.Subject,
            Severity = alert.Severity,
            OwnerAgency = alert.OwnerAgencyId,
            State = alert.State,
            IsActive = alert.IsActive,
            Measure = alert.Measure,
            Period = alert.Period,
            ReasonVi = alert.ReasonVi,
            ReasonEn = alert.ReasonEn,
            RaisedAt = alert.RaisedAt,
            ChangedAt = alert.ChangedAt,
            Assignee = alert.Assignee,
            EscalatedTo = alert.EscalatedTo?.Value,
            Events = [.. alert.Events.Select(one => new AlertEventAnswer(one.Kind, one.At, one.By, one.Text))],
        };
    }
}
