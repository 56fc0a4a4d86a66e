namespace Twin.Model.Indicators;

/// <summary>How the value of a component becomes a score.</summary>
public enum ComponentNormalization
{
    /// <summary>The value is the score.</summary>
    AsIs = 0,

    /// <summary>0 at one value, 1 at another, straight between and level beyond.</summary>
    MinMax = 1,

    /// <summary>The share of a target that is reached, 1 at most.</summary>
    TargetRatio = 2,
}
