using System.Text.Json.Serialization;
using Twin.Grains.Units;
using Twin.Model.Boundaries;
using Twin.Model.Plans;

namespace Twin.Api.Statistics;

/// <summary>A figure of a unit and its place among others, with what it is short of.</summary>
internal sealed record RankedFigureAnswer : FigureAnswer
{
    private RankedFigureAnswer(RankedFigure ranked, DateTimeOffset now, DateTimeOffset? asOf, RebasingNote? note)
        : base(ranked.Figure, asOf, now, note) => Place = PlaceAnswer.From(ranked.Place);

    /// <summary>The place; null without a value.</summary>
    [JsonPropertyOrder(1)]
    public PlaceAnswer? Place { get; }

    /// <summary>The target on the indicator that binds the unit; null without. With several, the worst.</summary>
    [JsonPropertyOrder(1)]
    public required TargetStandingAnswer? Target { get; init; }

    /// <summary>Value less that target: the distance to it.</summary>
    [JsonPropertyOrder(1)]
    public required double? Gap { get; init; }

    /// <summary>Makes the answer.</summary>
    /// <param name="ranked">The figure and its place.</param>
    /// <param name="standing">How the targets on it stand.</param>
    /// <param name="targets">The targets on the indicator, by id.</param>
    /// <param name="now">Now.</param>
    public static RankedFigureAnswer Of(
        RankedFigure ranked,
        IndicatorStanding standing,
        IReadOnlyDictionary<string, Target> targets,
        DateTimeOffset now)
    {
        var worst = standing.Targets.Where(held => targets.ContainsKey(held.TargetId)).MaxBy(held => held.Status);
        return new RankedFigureAnswer(ranked, now, asOf: null, note: null)
        {
            Target = worst is null ? null : new TargetStandingAnswer(targets[worst.TargetId], worst.Status),
            Gap = worst?.Gap,
        };
    }

    /// <summary>Makes the answer of a figure of the past, or on other boundaries.</summary>
    public static RankedFigureAnswer Of(
        RankedFigure ranked,
        IEnumerable<TargetAssessment> assessments,
        DateTimeOffset now,
        DateTimeOffset? asOf,
        RebasingNote? note)
    {
        var worst = assessments.MaxBy(held => held.Status);
        return new RankedFigureAnswer(ranked, now, asOf, note)
        {
            Target = worst is null ? null : new TargetStandingAnswer(worst.Target, worst.Status),
            Gap = worst?.Gap,
        };
    }
}
