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

    /// <summary>Makes the answer of a figure that was carried onto other boundaries.</summary>
    /// <param name="made">The figure, and how it was made.</param>
    /// <param name="judged">How the targets stand that bind the unit on those boundaries.</param>
    /// <param name="now">Now.</param>
    public static ListedRollupAnswer OfRebased(
        RebasedFigure made, IReadOnlyList<TargetAssessment> judged, DateTimeOffset now) =>
        new(made.Figure, now, made.Note)
        {
            Targets = [.. judged.Select(one => new TargetStandingAnswer(one.Target, one.Status))],
        };
}
