namespace Twin.Model.Plans.Cascades;

/// <summary>What the shares of a target come to together.</summary>
public enum CascadeCombination
{
    /// <summary>Their sum: of counts and amounts.</summary>
    Sum = 0,

    /// <summary>Their mean, each weighted by its denominator: of shares in per cent, ratings, growth.</summary>
    Mean = 1,

    /// <summary>The worst of them: each must reach the whole target.</summary>
    Each = 2,
}
