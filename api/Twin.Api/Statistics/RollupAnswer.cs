using System.Text.Json.Serialization;
using Twin.Model.Boundaries;
using Twin.Model.Plans;
using Twin.Model.Rollups;

namespace Twin.Api.Statistics;

/// <summary>A figure with the targets on it, each with its arithmetic.</summary>
internal sealed record RollupAnswer : FigureAnswer
{
    /// <summary>Makes the answer of a figure and its targets.</summary>
    public RollupAnswer(
        Rollup figure,
        IReadOnlyList<TargetAssessment> targets,
        DateTimeOffset? asOf,
        DateTimeOffset now,
        RebasingNote? rebasing = null)
        : base(figure, asOf, now, rebasing) =>
        Targets = [.. targets.Select(target => new TargetAssessmentAnswer(target))];

    /// <summary>The targets on the indicator that bind the unit, held against what was known then.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<TargetAssessmentAnswer> Targets { get; }
}
