using System.Text.Json.Serialization;
using Twin.Model.Plans;

namespace Twin.Api.Statistics;

/// <summary>A target and where the unit stands against it, in short.</summary>
internal record TargetStandingAnswer
{
    /// <summary>Makes the answer of a target.</summary>
    public TargetStandingAnswer(Target target, TargetStatus status)
    {
        Id = target.Id;
        PlanId = target.PlanId;
        OriginId = target.OriginId;
        Comparator = target.Comparator;
        Value = target.Value;
        ValueMax = target.ValueMax;
        DueDate = target.DueDate;
        Status = status;
    }

    /// <summary>The target's id.</summary>
    [JsonPropertyOrder(-1)]
    public string Id { get; }

    /// <summary>The plan's id.</summary>
    [JsonPropertyOrder(-1)]
    public string PlanId { get; }

    /// <summary>The id of the target that this is a share of; null where a plan says it.</summary>
    [JsonPropertyOrder(-1)]
    public string? OriginId { get; }

    /// <summary>How the value is held against it.</summary>
    [JsonPropertyOrder(-1)]
    public TargetComparator Comparator { get; }

    /// <summary>The target's value; the lower one of a range.</summary>
    [JsonPropertyOrder(-1)]
    public double? Value { get; }

    /// <summary>The upper value of a range.</summary>
    [JsonPropertyOrder(-1)]
    public double? ValueMax { get; }

    /// <summary>The day by which it must hold.</summary>
    [JsonPropertyOrder(-1)]
    public DateOnly? DueDate { get; }

    /// <summary>Where the unit stands.</summary>
    [JsonPropertyOrder(-1)]
    public TargetStatus Status { get; }
}
