using Twin.Model.Plans.Cascades;

namespace Twin.Api.Cascades;

/// <summary>A unit's target divided among the units directly below it.</summary>
/// <param name="Upper">The unit's code.</param>
/// <param name="Goal">The value of the whole.</param>
/// <param name="Combined">What the shares come to together.</param>
/// <param name="Difference">That less the goal.</param>
/// <param name="FallsShort">Whether the shares could all be met and the whole be missed.</param>
/// <param name="Shares">The shares.</param>
internal sealed record CascadeNodeAnswer(
    string Upper,
    double Goal,
    double Combined,
    double Difference,
    bool FallsShort,
    IReadOnlyList<CascadeShareAnswer> Shares)
{
    /// <summary>Makes the answer of a node.</summary>
    public static CascadeNodeAnswer Of(CascadeNode node) => new(
        node.Upper.Value,
        node.Result.Goal,
        node.Result.Combined,
        node.Result.Difference,
        node.Result.FallsShort,
        [.. node.Result.Shares.Select(CascadeShareAnswer.Of)]);
}
