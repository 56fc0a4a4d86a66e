using System.Text.Json.Serialization;
using Twin.Grains.Units;
using Twin.Model.Boundaries;
using Twin.Model.Plans;
using Twin.Model.Rollups;

namespace Twin.Api.Statistics;

/// <summary>A figure with the targets on it, in short: what colours a map.</summary>
internal sealed record ListedRollupAnswer : FigureAnswer
{
    private ListedRollupAnswer(Rollup figure, DateTimeOffset now, RebasingNote? rebasing)
        : base(figure, asOf: null, now, rebasing)
    {
    }

    /// <summary>The targets on the indicator that bind the unit.</summary>
    [JsonPropertyOrder(1)]
    public required IReadOnlyList<TargetStandingAnswer> Targets { get; init; }

    /// <summary>Makes the answer of a standing; <c>null</c> of a unit that does not stand then.</summary>
    /// <param name="standing">The figure and how the targets on it stand.</param>
    /// <param name="targets">The targets on the indicator, by id.</param>
    /// <param name="now">Now.</param>
    public static ListedRollupAnswer? Of(
        IndicatorStanding standing, IReadOnlyDictionary<string, Target> targets, DateTimeOffset now) =>
        standing.Figure is not { } figure ? null : new ListedRollupAnswer(figure, now, rebasing: null)
        {
            // A target that was withdrawn while the units were asked is left out.
            Targets =
            [
                .. standing.Targets.Where(held => targets.ContainsKey(held.TargetId))
                    .Select(held => new TargetStandingAnswer(targets[held.TargetId], held.Status)),
            ],
        };

    /// <summary>Makes the answer of a figure that was re-based: targets are of the boundaries of then.</summary>
    public static ListedRollupAnswer OfRebased(Rollup figure, DateTimeOffset now, RebasingNote? note) =>
        new(figure, now, note) { Targets = [] };
}
