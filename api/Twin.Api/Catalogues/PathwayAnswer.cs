using Twin.Model.Plans;

namespace Twin.Api.Catalogues;

/// <summary>The path from a baseline to a target.</summary>
/// <param name="Kind">How it runs.</param>
/// <param name="Baseline">Where it starts; null leaves that to the first figure.</param>
/// <param name="Steps">The interim values of a path in steps, oldest first.</param>
internal sealed record PathwayAnswer(
    PathwayKind Kind, PathwayPointAnswer? Baseline, IReadOnlyList<PathwayPointAnswer> Steps)
{
    /// <summary>Makes the answer of a path.</summary>
    public static PathwayAnswer Of(Pathway pathway) => new(
        pathway.Kind,
        pathway.Baseline is { } baseline ? PathwayPointAnswer.Of(baseline) : null,
        [.. pathway.Steps.Select(PathwayPointAnswer.Of)]);
}
