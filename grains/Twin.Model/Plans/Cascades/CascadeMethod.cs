namespace Twin.Model.Plans.Cascades;

/// <summary>How a target is divided among units.</summary>
public enum CascadeMethod
{
    /// <summary>The same for each.</summary>
    Equal = 0,

    /// <summary>In proportion to a weight: inhabitants, area, a figure.</summary>
    Weighted = 1,

    /// <summary>The same step for each, from where it stands.</summary>
    EqualEffort = 2,

    /// <summary>As somebody says; what is left over goes in equal parts to those of whom nothing was said.</summary>
    ByHand = 3,
}
