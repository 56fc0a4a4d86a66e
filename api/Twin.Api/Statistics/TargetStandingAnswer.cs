using System.Text.Json.Serialization;
using Twin.Model.Plans;

namespace Twin.Api.Statistics;

/// <summary>A target and where the unit stands against it, in short.</summary>
internal record TargetStandingAnswer
{
    /// <summary>Makes the answer of an assessment.</summary>
    public TargetStandingAnswer(TargetAssessment assessment)
    {
        Id = assessment.Target.Id;
        PlanId = assessment.Target.PlanId;
        Comparator = assessment.Target.Comparator;
        Value = assessment.Target.Value;
        ValueMax = assessment.Target.ValueMax;
        DueDate = assessment.Target.DueDate;
        Status = assessment.Status;
    }

    /// <summary>The target's id.</summary>
    [JsonPropertyOrder(-1)]
    public string Id { get; }

    /// <summary>The plan's id.</summary>
    [JsonPropertyOrder(-1)]
    public string PlanId { get; }

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
