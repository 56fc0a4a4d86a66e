using System.Collections.Immutable;
using Twin.Model.Units;

namespace Twin.Model.Alerts;

/// <summary>An alert of a unit, with all that happened to it.</summary>
public sealed record Alert
{
    /// <summary>The id: unit and number.</summary>
    public required string Id { get; init; }

    /// <summary>The unit.</summary>
    public required AdministrativeUnitCode Unit { get; init; }

    /// <summary>The rule.</summary>
    public required string RuleId { get; init; }

    /// <summary>What the rule looks at.</summary>
    public required AlertRuleKind Kind { get; init; }

    /// <summary>What it is about: an indicator's code, a duty's id, a subsystem.</summary>
    public required string Subject { get; init; }

    /// <summary>How bad it is.</summary>
    public required AlertSeverity Severity { get; init; }

    /// <summary>The agency that answers for it.</summary>
    public string? OwnerAgencyId { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required AlertState State { get; init; }

    /// <summary>Whether the condition stands, whatever anybody did about it.</summary>
    public required bool IsActive { get; init; }

    /// <summary>The number that was read last.</summary>
    public required double Measure { get; init; }

    /// <summary>The period it was of, as text; <c>null</c> where it was of now.</summary>
    public string? Period { get; init; }

    /// <summary>Why, in Vietnamese.</summary>
    public required string ReasonVi { get; init; }

    /// <summary>Why, in English.</summary>
    public required string ReasonEn { get; init; }

    /// <summary>When it was first raised, UTC.</summary>
    public required DateTimeOffset RaisedAt { get; init; }

    /// <summary>When it last changed, UTC.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Who works on it.</summary>
    public string? Assignee { get; init; }

    /// <summary>The unit above that it was shown to last.</summary>
    public AdministrativeUnitCode? EscalatedTo { get; init; }

    /// <summary>What happened to it, oldest first.</summary>
    public required ImmutableArray<AlertEvent> Events { get; init; }
}
