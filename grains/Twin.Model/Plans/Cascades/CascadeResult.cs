using System.Collections.Immutable;

namespace Twin.Model.Plans.Cascades;

/// <summary>A target divided.</summary>
/// <param name="Goal">The value of the whole.</param>
/// <param name="Shares">The shares, in the order of the units.</param>
/// <param name="Combined">What they come to together.</param>
/// <param name="Difference">
/// That less the goal. Zero for a sum that can be divided into whole steps; for a mean what rounding leaves, on the
/// side that does not miss the goal; otherwise what limits or values by hand leave.
/// </param>
/// <param name="FallsShort">Whether the shares could all be met and the whole be missed.</param>
public sealed record CascadeResult(
    double Goal, ImmutableArray<CascadeShare> Shares, double Combined, double Difference, bool FallsShort);
