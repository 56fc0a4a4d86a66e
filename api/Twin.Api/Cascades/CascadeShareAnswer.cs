using Twin.Model.Plans.Cascades;

namespace Twin.Api.Cascades;

/// <summary>What one unit gets.</summary>
/// <param name="Unit">The unit's code.</param>
/// <param name="Value">Its share.</param>
/// <param name="Exact">The same before rounding.</param>
/// <param name="Mass">How much it counts in the mean; 1 in a sum.</param>
/// <param name="Baseline">Where it stands; null where nothing was reported.</param>
/// <param name="IsAtLimit">Whether it got as little or as much as it can, and others the rest.</param>
internal sealed record CascadeShareAnswer(
    string Unit, double Value, double Exact, double Mass, double? Baseline, bool IsAtLimit)
{
    /// <summary>Makes the answer of a share.</summary>
    public static CascadeShareAnswer Of(CascadeShare share) =>
        new(share.Unit.Value, share.Value, share.Exact, share.Mass, share.Baseline, share.IsAtLimit);
}
