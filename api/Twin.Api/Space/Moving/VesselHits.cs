namespace Twin.Api.Space.Moving;

/// <summary>A page of vessels that were found.</summary>
/// <param name="Hits">The vessels, in their order.</param>
/// <param name="Matched">How many there are on all pages.</param>
/// <param name="Next">After which one the next page begins; <c>null</c> on the last.</param>
/// <param name="At">The instant at which they stand so.</param>
internal sealed record VesselHits(
    IReadOnlyList<VesselHit> Hits, int Matched, SearchCursor? Next, DateTimeOffset At);
