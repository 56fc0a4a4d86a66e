using System.Collections.Immutable;
using System.Diagnostics;

namespace Twin.Model.Plans;

/// <summary>The path from a baseline to a target.</summary>
/// <param name="Kind">How it runs.</param>
/// <param name="Baseline">Where it starts; <c>null</c> leaves that to the first figure that was reported.</param>
/// <param name="Steps">The interim values, oldest first; of a path in steps alone.</param>
public sealed record Pathway(PathwayKind Kind, PathwayPoint? Baseline, ImmutableArray<PathwayPoint> Steps)
{
    /// <summary>The path of a target whose plan says nothing: a straight line from the first figure.</summary>
    public static readonly Pathway Straight = new(PathwayKind.Linear, null, []);

    /// <summary>The path of a milestone: none. A thing is done or it is not, and half of it says nothing.</summary>
    public static readonly Pathway Open = new(PathwayKind.None, null, []);

    /// <summary>
    /// Where the path stands on a day; <c>null</c> without a path. Before the baseline it stands at the baseline, after
    /// the due date at the goal.
    /// </summary>
    /// <param name="start">The baseline, or the figure that stands in for it.</param>
    /// <param name="due">The day by which the goal must hold.</param>
    /// <param name="goal">The value to reach.</param>
    /// <param name="day">The day asked for.</param>
    public double? ValueOn(PathwayPoint start, DateOnly due, double goal, DateOnly day)
    {
        if (Kind == PathwayKind.None)
        {
            return null;
        }

        if (day >= due || due <= start.Date)
        {
            return goal;
        }

        var gone = Math.Max(0, day.DayNumber - start.Date.DayNumber) / (double)(due.DayNumber - start.Date.DayNumber);
        return Kind switch
        {
            PathwayKind.Linear => start.Value + ((goal - start.Value) * gone),
            PathwayKind.SCurve => start.Value + ((goal - start.Value) * (gone * gone * (3 - (2 * gone)))),
            PathwayKind.Steps => LastStep(start.Value, day),
            _ => throw new UnreachableException($"No path for {Kind}."),
        };
    }

    private double LastStep(double start, DateOnly day)
    {
        var value = start;
        foreach (var step in Steps)
        {
            value = step.Date <= day ? step.Value : value;
        }

        return value;
    }
}
