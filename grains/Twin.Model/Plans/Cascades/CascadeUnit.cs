using Twin.Model.Units;

namespace Twin.Model.Plans.Cascades;

/// <summary>A unit that gets a share of a target, and what is known of it.</summary>
public sealed record CascadeUnit
{
    /// <summary>The unit.</summary>
    public required AdministrativeUnitCode Unit { get; init; }

    /// <summary>How much it counts in a mean: its denominator. 1 in a sum.</summary>
    public double Mass { get; init; } = 1;

    /// <summary>Its weight; <c>null</c> where it is not known.</summary>
    public double? Weight { get; init; }

    /// <summary>Where it stands; <c>null</c> where nothing was reported.</summary>
    public double? Baseline { get; init; }

    /// <summary>What somebody says that it gets; <c>null</c> leaves it to the rule.</summary>
    public double? Given { get; init; }

    /// <summary>The least that it can get.</summary>
    public double Lowest { get; init; } = double.NegativeInfinity;

    /// <summary>The most that it can get: nobody covers more than 100 %.</summary>
    public double Highest { get; init; } = double.PositiveInfinity;
}
