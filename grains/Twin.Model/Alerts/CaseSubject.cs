using Twin.Model.Space;
using Twin.Model.Vessels;

namespace Twin.Model.Alerts;

/// <summary>The vessel that a case is about, and the episode that began it.</summary>
/// <param name="Vessel">The vessel.</param>
/// <param name="Kind">Why somebody has to look after it; <c>null</c> where a person opened the case.</param>
/// <param name="Episode">The episode; <c>null</c> likewise.</param>
/// <param name="Since">Since when.</param>
/// <param name="Where">Where it was then.</param>
/// <param name="Zone">The code of the zone; <c>null</c> for silence.</param>
/// <param name="EndedAt">When the episode was seen to be over; <c>null</c> while it lasts.</param>
public sealed record CaseSubject(
    VesselId Vessel,
    VesselConcernKind? Kind = null,
    string? Episode = null,
    DateTimeOffset? Since = null,
    GeoPosition? Where = null,
    string? Zone = null,
    DateTimeOffset? EndedAt = null);
