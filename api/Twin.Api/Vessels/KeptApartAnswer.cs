using System.Collections.Immutable;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels;

/// <summary>Reports that did not move their vessel, by why.</summary>
/// <param name="Repeated">The same report had come before, by the same receiver.</param>
/// <param name="OtherReceiver">The same report had come before, by another receiver.</param>
/// <param name="Older">Something later was known already.</param>
/// <param name="Future">From later than now.</param>
/// <param name="Jump">No vessel can be there so soon.</param>
/// <param name="NullIsland">At 0° 0'.</param>
/// <param name="OnLand">On land, and in no port.</param>
internal sealed record KeptApartAnswer(
    long Repeated, long OtherReceiver, long Older, long Future, long Jump, long NullIsland, long OnLand)
{
    /// <summary>Of counts by the number of the verdict.</summary>
    public static KeptApartAnswer Of(ImmutableArray<long> verdicts)
    {
        return new KeptApartAnswer(
            Count(PositionVerdict.Repeated),
            Count(PositionVerdict.OtherReceiver),
            Count(PositionVerdict.Older),
            Count(PositionVerdict.Future),
            Count(PositionVerdict.Jump),
            Count(PositionVerdict.NullIsland),
            Count(PositionVerdict.OnLand));

        long Count(PositionVerdict verdict) => (int)verdict < verdicts.Length ? verdicts[(int)verdict] : 0;
    }
}
