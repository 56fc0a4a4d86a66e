using Twin.Model.Units;

namespace Twin.Model.Boundaries;

/// <summary>How much of one unit belongs to another of another date.</summary>
/// <param name="Unit">The other unit.</param>
/// <param name="Share">The share, above 0 and at most 1.</param>
/// <param name="OtherShare">
/// What the other weight (area for population and the reverse) gives; <c>null</c> where it gives nothing. Their
/// difference is what is known of the error.
/// </param>
/// <param name="Method">How the share was found; the least certain of all steps.</param>
/// <param name="Basis">What it rests on; the weakest of all steps.</param>
public readonly record struct UnitShare(
    AdministrativeUnitCode Unit, double Share, double? OtherShare, ShareMethod Method, ShareBasis Basis)
{
    // Shares of a whole may miss 1 by the rounding of a few additions and multiplications.
    private const double Rounding = 1e-12;

    /// <summary>Whether all of the one unit belongs to the other, however it got there.</summary>
    public bool IsWhole => Share >= 1;

    /// <summary>All of a unit.</summary>
    public static UnitShare Whole(AdministrativeUnitCode unit, ShareBasis basis) =>
        new(unit, 1, 1, ShareMethod.Whole, basis);

    /// <summary>Going on from the other unit to a third.</summary>
    public UnitShare Then(in UnitShare next) => Tidy(
        next.Unit, Share * next.Share, OtherShare * next.OtherShare, Worse(next.Method), Worse(next.Basis));

    /// <summary>Two ways from a unit to the same one, together.</summary>
    public UnitShare Plus(in UnitShare second) => Tidy(
        Unit, Share + second.Share, OtherShare + second.OtherShare, Worse(second.Method), Worse(second.Basis));

    private static UnitShare Tidy(
        AdministrativeUnitCode unit, double share, double? other, ShareMethod method, ShareBasis basis) =>
        share >= 1 - Rounding ? Whole(unit, basis) : new UnitShare(unit, share, other, method, basis);

    private ShareMethod Worse(ShareMethod method) => (ShareMethod)Math.Max((int)Method, (int)method);

    private ShareBasis Worse(ShareBasis basis) => (ShareBasis)Math.Max((int)Basis, (int)basis);
}
