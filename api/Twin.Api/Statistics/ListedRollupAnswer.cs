using System.Text.Json.Serialization;
using Twin.Model.Plans;
using Twin.Model.Rollups;

namespace Twin.Api.Statistics;

/// <summary>A figure with the targets on it, in short: what colours a map.</summary>
internal sealed record ListedRollupAnswer : FigureAnswer
{
    /// <summary>Makes the answer of a figure and its targets.</summary>
    public ListedRollupAnswer(Rollup figure, IReadOnlyList<TargetAssessment> targets, DateTimeOffset now)
        : base(figure, asOf: null, now) => Targets = [.. targets.Select(target => new TargetStandingAnswer(target))];

    /// <summary>The targets on the indicator that bind the unit.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<TargetStandingAnswer> Targets { get; }
}
