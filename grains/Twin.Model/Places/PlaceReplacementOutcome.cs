using System.Collections.Immutable;

namespace Twin.Model.Places;

/// <summary>What became of many places, or would.</summary>
/// <param name="Added">How many are new.</param>
/// <param name="Changed">How many say something else now.</param>
/// <param name="Unchanged">How many say what they said.</param>
/// <param name="Ended">How many are no longer there, because they were not among those that came.</param>
/// <param name="Refused">Those that were refused; the others were taken.</param>
public sealed record PlaceReplacementOutcome(
    int Added, int Changed, int Unchanged, int Ended, ImmutableArray<RefusedPlace> Refused);
