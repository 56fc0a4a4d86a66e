using System.Text.Json.Serialization;
using Twin.Model.Boundaries;
using Twin.Model.Plans;
using Twin.Model.Rollups;

namespace Twin.Api.Statistics;

/// <summary>A figure with the targets on it, in short: what colours a map.</summary>
internal sealed record ListedRollupAnswer : FigureAnswer
{
    /// <summary>Makes the answer of a figure and its targets.</summary>
    public ListedRollupAnswer(
        Rollup figure,
        IReadOnlyList<TargetAssessment> targets,
        DateTimeOffset now,
        RebasingNote? rebasing = null)
        : base(figure, asOf: null, now, rebasing) =>
        Targets = [.. targets.Select(target => new TargetStandingAnswer(target))];

    /// <summary>The targets on the indicator that bind the unit.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<TargetStandingAnswer> Targets { get; }
}
