using Twin.Model.Cities;

namespace Twin.Api.Live;

/// <summary>The city has just changed: whoever keeps units, boundaries or targets must ask for them anew.</summary>
/// <param name="Revision">The revision that it is at.</param>
/// <param name="Kind">What was changed: boundaries, plan, shares, or undo.</param>
/// <param name="By">Who changed it.</param>
/// <param name="Reason">Why.</param>
internal sealed record CityEventAnswer(long Revision, string Kind, string By, string Reason)
{
    /// <summary>Makes the answer of an entry of the journal.</summary>
    public static CityEventAnswer Of(CityChange change) =>
        new(change.Sequence, change.Kind, change.By, change.Reason);
}
