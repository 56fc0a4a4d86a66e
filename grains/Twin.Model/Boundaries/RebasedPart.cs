using Twin.Model.Rollups;

namespace Twin.Model.Boundaries;

/// <summary>What a re-based figure is made from: one unit's figure and the share of it.</summary>
/// <param name="Share">The share.</param>
/// <param name="Figure">The figure; it has data.</param>
internal readonly record struct RebasedPart(UnitShare Share, Rollup Figure)
{
    /// <summary>What the unit passes up.</summary>
    public double Numerator => Figure.Numerator ?? 0;

    /// <summary>The denominator or weight; 0 for a plain value.</summary>
    public double Denominator => Figure.Denominator ?? 0;
}
