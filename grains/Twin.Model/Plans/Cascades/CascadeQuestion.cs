namespace Twin.Model.Plans.Cascades;

/// <summary>What is to be divided, and how.</summary>
/// <param name="Goal">The value of the whole.</param>
/// <param name="Combination">What shares come to together.</param>
/// <param name="Method">How it is divided.</param>
/// <param name="Step">What shares are multiples of: 1 of a count, 0.1 of a percentage shown with one decimal.</param>
/// <param name="IsAtMost">Whether less is better, so that rounding may not leave the whole above the goal.</param>
public sealed record CascadeQuestion(
    double Goal, CascadeCombination Combination, CascadeMethod Method, double Step, bool IsAtMost);
