using System.Collections.Immutable;
using Twin.Model.Vessels;

namespace Twin.Api.Vessels.Tracks;

/// <summary>A vessel in a span of time: where it was heard, and how its contact changed.</summary>
/// <param name="Standing">As it stands now.</param>
/// <param name="Moments">Where it was heard, oldest first; the first may be from before the span.</param>
/// <param name="Changes">From when on its contact was what; the first is at the begin of the span.</param>
internal sealed record PastVessel(
    VesselStanding Standing,
    ImmutableArray<PastMoment> Moments,
    ImmutableArray<(DateTimeOffset At, ContactState Contact)> Changes);
